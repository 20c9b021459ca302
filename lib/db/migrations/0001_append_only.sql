-- History is append-only. What a binding wanted never changes; how it ended changes only along this table:
--
--   from     | to
--   (insert) | queued, sending, denied
--   queued   | sending, refused
--   sending  | sending, bound, refused, unknown
--   unknown  | unknown, sending, bound      (a repeat that is refused says nothing about the earlier request: it stays unknown)
--   bound, refused, denied: final
--
-- The lists below name what may change, so that a column added later is fixed until somebody decides otherwise.
CREATE FUNCTION "bindings_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  outcome_part constant text[] := array['state', 'settled_at', 'code', 'message', 'request_id', 'duration_ms', 'attempt_count'];
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
--> statement-breakpoint
-- An attempt is written before its first byte leaves, so it begins unfinished; it is finished once, and with an outcome.
CREATE FUNCTION "attempts_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  finding_part constant text[] := array['lease_until', 'signed_at', 'body_sha256', 'finished_at', 'duration_ms', 'outcome', 'http_status', 'code', 'message', 'request_id'];
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
--> statement-breakpoint
CREATE FUNCTION "history_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: history is never removed (%)', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "bindings_guard" BEFORE INSERT OR UPDATE ON "bindings" FOR EACH ROW EXECUTE FUNCTION "bindings_guard"();
--> statement-breakpoint
CREATE TRIGGER "bindings_keep" BEFORE DELETE OR TRUNCATE ON "bindings" FOR EACH STATEMENT EXECUTE FUNCTION "history_keep"();
--> statement-breakpoint
CREATE TRIGGER "attempts_guard" BEFORE INSERT OR UPDATE ON "attempts" FOR EACH ROW EXECUTE FUNCTION "attempts_guard"();
--> statement-breakpoint
CREATE TRIGGER "attempts_keep" BEFORE DELETE OR TRUNCATE ON "attempts" FOR EACH STATEMENT EXECUTE FUNCTION "history_keep"();
