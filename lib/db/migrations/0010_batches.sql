CREATE TABLE "batches" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text,
	"reason" text,
	"undoes_batch_id" text,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"actor_email" text NOT NULL,
	"actor_address" text,
	"idempotency_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"total" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"changed_by" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"pause_code" text,
	"fail_streak" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "bindings" DROP CONSTRAINT "bindings_state";--> statement-breakpoint
ALTER TABLE "bindings" ADD COLUMN "batch_id" text;--> statement-breakpoint
ALTER TABLE "bindings" ADD COLUMN "batch_line" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "batches_key" ON "batches" USING btree ("actor_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "batches_by_time" ON "batches" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "batches_of_state" ON "batches" USING btree ("state");--> statement-breakpoint
ALTER TABLE "bindings" ADD CONSTRAINT "bindings_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bindings_of_batch" ON "bindings" USING btree ("batch_id","batch_line","id") WHERE batch_id is not null;--> statement-breakpoint
CREATE INDEX "bindings_in_line" ON "bindings" USING btree ("batch_id","batch_line") WHERE state = 'queued';--> statement-breakpoint
ALTER TABLE "bindings" ADD CONSTRAINT "bindings_state" CHECK ("bindings"."state" in ('queued', 'sending', 'bound', 'refused', 'unknown', 'unsent', 'denied'));--> statement-breakpoint
-- A line of a batch may end without being sent, and what was certainly not applied waits for its turn again.
CREATE OR REPLACE FUNCTION "bindings_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  outcome_part constant text[] := array['state', 'settled_at', 'code', 'message', 'request_id', 'earlier_request_ids', 'duration_ms', 'attempt_count',
    'search_text', 'search_secret_url'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF new.state NOT IN ('queued', 'sending', 'denied') THEN
      RAISE EXCEPTION 'bindings: a binding cannot begin as %', new.state USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN new;
  END IF;
  IF (to_jsonb(new) - outcome_part) IS DISTINCT FROM (to_jsonb(old) - outcome_part) THEN
    RAISE EXCEPTION 'bindings: % is history, only its outcome may be written', old.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF new.attempt_count < old.attempt_count THEN
    RAISE EXCEPTION 'bindings: the attempts of % cannot become fewer', old.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT (CASE old.state
    WHEN 'queued' THEN new.state IN ('sending', 'refused', 'unsent')
    WHEN 'sending' THEN new.state IN ('queued', 'sending', 'bound', 'refused', 'unknown')
    WHEN 'unknown' THEN new.state IN ('unknown', 'sending', 'bound')
    ELSE false
  END) THEN
    RAISE EXCEPTION 'bindings: % is % and cannot become %', old.id, old.state, new.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN new;
END
$$;
