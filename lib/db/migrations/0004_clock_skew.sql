ALTER TABLE "attempts" ADD COLUMN "clock_skew_ms" bigint;--> statement-breakpoint
-- What an answer told about our clock is part of what an attempt found: the one column added to the list of 0001.
CREATE OR REPLACE FUNCTION "attempts_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  finding_part constant text[] := array['lease_until', 'signed_at', 'body_sha256', 'finished_at', 'duration_ms', 'outcome', 'http_status', 'code', 'message', 'request_id', 'clock_skew_ms'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF new.finished_at IS NOT NULL OR new.outcome IS NOT NULL THEN
      RAISE EXCEPTION 'attempts: an attempt cannot begin finished' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN new;
  END IF;
  IF old.finished_at IS NOT NULL THEN
    RAISE EXCEPTION 'attempts: % of % is finished', old.n, old.binding_id USING ERRCODE = 'restrict_violation';
  END IF;
  IF (to_jsonb(new) - finding_part) IS DISTINCT FROM (to_jsonb(old) - finding_part) THEN
    RAISE EXCEPTION 'attempts: % of % is history, only its finding may be written', old.n, old.binding_id USING ERRCODE = 'restrict_violation';
  END IF;
  IF (new.finished_at IS NULL) <> (new.outcome IS NULL) THEN
    RAISE EXCEPTION 'attempts: finishing % of % takes a time and an outcome', old.n, old.binding_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN new;
END
$$;
