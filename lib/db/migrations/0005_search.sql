DROP INDEX "bindings_newest";--> statement-breakpoint
DROP INDEX "bindings_of_number";--> statement-breakpoint
ALTER TABLE "bindings" ADD COLUMN "callback_url_masked" text;--> statement-breakpoint
ALTER TABLE "bindings" ADD COLUMN "earlier_request_ids" text;--> statement-breakpoint
CREATE INDEX "bindings_by_time" ON "bindings" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "bindings_by_number" ON "bindings" USING btree ("number","id");--> statement-breakpoint
CREATE INDEX "bindings_by_duration" ON "bindings" USING btree ("duration_ms","id");--> statement-breakpoint
CREATE INDEX "bindings_of_line" ON "bindings" USING btree ("app_id","number","created_at","id");--> statement-breakpoint
CREATE INDEX "bindings_of_state" ON "bindings" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "bindings_of_app" ON "bindings" USING btree ("app_id","created_at");--> statement-breakpoint
CREATE INDEX "bindings_of_type" ON "bindings" USING btree ("number_type","created_at");--> statement-breakpoint
CREATE INDEX "bindings_of_actor" ON "bindings" USING btree ("actor_id","created_at");--> statement-breakpoint
CREATE INDEX "bindings_of_source" ON "bindings" USING btree ("source","created_at");--> statement-breakpoint
CREATE INDEX "bindings_of_host" ON "bindings" USING btree ("callback_host","created_at");--> statement-breakpoint
-- Rows from before: every value of a query and every long part of a path counts as a secret, which finds a little less.
ALTER TABLE "bindings" DISABLE TRIGGER "bindings_guard";
--> statement-breakpoint
UPDATE "bindings" SET
  "callback_url_masked" = substring("callback_url" from '^[a-z]+://[^/?]*') || regexp_replace(regexp_replace(
    substring("callback_url" from '^[a-z]+://[^/?]*(.*)$'), '=[^&]*', '=***', 'g'), '/[^/?]{16,}', '/***', 'g'),
  "earlier_request_ids" = (SELECT string_agg(a."request_id", ' ' ORDER BY a."n") FROM "attempts" a
    WHERE a."binding_id" = "bindings"."id" AND a."n" < "bindings"."attempt_count");
--> statement-breakpoint
ALTER TABLE "bindings" ENABLE TRIGGER "bindings_guard";
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
--> statement-breakpoint
-- What is looked for and what it is looked for in, in one form: case and width do not matter. What is not ASCII stands
-- twice, so that two Chinese characters, a whole name, fill the three that a trigram takes.
CREATE FUNCTION "search_fold"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(normalize($1, NFKC)), '([^\x01-\x7f])', '\1\1', 'g')
$$;
--> statement-breakpoint
-- A LIKE pattern that whatever has the term in it matches, for the index; its own wildcards stand for themselves. A long
-- term is asked for by six parts of it: each trigram more is one more list to read, and a few of them tell as much. The
-- scheme tells nothing.
CREATE FUNCTION "search_pattern"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT '%' || string_agg(regexp_replace(part, '([\\%_])', '\\\1', 'g'), '%' ORDER BY place) || '%'
  FROM (SELECT regexp_replace(search_fold($1), '^https?://(?=.)', '')) term (folded),
    generate_series(0, CASE WHEN length(folded) < 24 THEN 0 ELSE 5 END) place,
    LATERAL (SELECT CASE WHEN length(folded) < 24 THEN folded
      ELSE substr(folded, 1 + (length(folded) - 4) * place / 5, 4) END) parts (part)
$$;
--> statement-breakpoint
-- All that the search box looks through, and apart from it the URLs that hold a secret, for those who see them whole.
-- The unit separator keeps a term from reaching from one field into the next.
ALTER TABLE "bindings"
  ADD COLUMN "search_text" text NOT NULL GENERATED ALWAYS AS ("search_fold"("number" || E'\x1f' || coalesce("callback_url_masked", '')
    || E'\x1f' || "actor_name" || E'\x1f' || "actor_email" || E'\x1f' || coalesce("reason", '') || E'\x1f' || coalesce("code", '')
    || E'\x1f' || coalesce("request_id", '') || E'\x1f' || coalesce("earlier_request_ids", ''))) STORED,
  ADD COLUMN "search_secret_url" text
    GENERATED ALWAYS AS (CASE WHEN "callback_url" <> "callback_url_masked" THEN "search_fold"("callback_url") END) STORED;
--> statement-breakpoint
CREATE INDEX "bindings_search" ON "bindings" USING gin ("search_text" gin_trgm_ops) WITH (gin_pending_list_limit = 512);
--> statement-breakpoint
CREATE INDEX "bindings_search_secret" ON "bindings" USING gin ("search_secret_url" gin_trgm_ops) WITH (gin_pending_list_limit = 512);
--> statement-breakpoint
-- In the list of 0001: RequestIds of earlier attempts are part of the outcome, and a BEFORE trigger sees generated columns
-- of the old row alone.
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
    WHEN 'queued' THEN new.state IN ('sending', 'refused')
    WHEN 'sending' THEN new.state IN ('sending', 'bound', 'refused', 'unknown')
    WHEN 'unknown' THEN new.state IN ('unknown', 'sending', 'bound')
    ELSE false
  END) THEN
    RAISE EXCEPTION 'bindings: % is % and cannot become %', old.id, old.state, new.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN new;
END
$$;
