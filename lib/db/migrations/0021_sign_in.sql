CREATE TABLE "known_origins" (
	"key" text PRIMARY KEY NOT NULL,
	"user_id" text,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_guesses" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"network" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_in_tries" ADD COLUMN "wait" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_tries" ADD COLUMN "refused" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "known_origins" ADD CONSTRAINT "known_origins_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "known_origins_of_user" ON "known_origins" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "known_origins_by_time" ON "known_origins" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "sign_in_guesses_of_account" ON "sign_in_guesses" USING btree ("account","at");--> statement-breakpoint
CREATE INDEX "sign_in_guesses_by_time" ON "sign_in_guesses" USING btree ("at");--> statement-breakpoint
-- A batch is history as its lines are: what was wanted never changes, only how it goes on, and it is never removed.
--
--   from    | to
--   running | running, paused, stopped, done
--   paused  | paused, running, stopped
--   stopped | stopped, running      (lines of it are sent again)
--   done    | done, running
--
-- The list names what may change, so that a column added later is fixed until somebody decides otherwise.
CREATE FUNCTION "batches_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  progress_part constant text[] := array['state', 'changed_by', 'changed_at', 'pause_code', 'fail_streak', 'finished_at'];
BEGIN
  IF (to_jsonb(new) - progress_part) IS DISTINCT FROM (to_jsonb(old) - progress_part) THEN
    RAISE EXCEPTION 'batches: % is history, only its progress may be written', old.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT (CASE old.state
    WHEN 'running' THEN new.state IN ('running', 'paused', 'stopped', 'done')
    WHEN 'paused' THEN new.state IN ('paused', 'running', 'stopped')
    WHEN 'stopped' THEN new.state IN ('stopped', 'running')
    WHEN 'done' THEN new.state IN ('done', 'running')
    ELSE false
  END) THEN
    RAISE EXCEPTION 'batches: % is % and cannot become %', old.id, old.state, new.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN new;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "batches_guard" BEFORE UPDATE ON "batches" FOR EACH ROW EXECUTE FUNCTION "batches_guard"();
--> statement-breakpoint
CREATE TRIGGER "batches_keep" BEFORE DELETE OR TRUNCATE ON "batches" FOR EACH STATEMENT EXECUTE FUNCTION "history_keep"();
