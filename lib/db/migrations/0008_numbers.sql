CREATE EXTENSION IF NOT EXISTS "pg_trgm";
--> statement-breakpoint
CREATE TABLE "number_lists" (
	"app_id" text PRIMARY KEY NOT NULL,
	"read_at" timestamp (3) with time zone,
	"read_by" text,
	"number_count" integer,
	"skipped_count" integer DEFAULT 0 NOT NULL,
	"failed_at" timestamp (3) with time zone,
	"error_code" text,
	"error_message" text,
	"error_request_id" text,
	"reading_id" text,
	"reading_by" text,
	"reading_since" timestamp (3) with time zone,
	"reading_count" integer DEFAULT 0 NOT NULL,
	"reading_until" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "numbers" ADD COLUMN "open_binding_id" text;--> statement-breakpoint
ALTER TABLE "numbers" ADD COLUMN "bound_url" text;--> statement-breakpoint
ALTER TABLE "numbers" ADD COLUMN "bound_host" text;--> statement-breakpoint
ALTER TABLE "numbers" ADD COLUMN "open_host" text;--> statement-breakpoint
ALTER TABLE "numbers" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "numbers" ADD COLUMN "search_text_masked" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "numbers" ADD COLUMN "provider_state" integer;--> statement-breakpoint
ALTER TABLE "numbers" ADD COLUMN "provider_listed" boolean;--> statement-breakpoint
ALTER TABLE "numbers" ADD COLUMN "provider_read_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "numbers_bound_host" ON "numbers" USING btree ("bound_host",md5("bound_url"),"app_id","number");--> statement-breakpoint
CREATE INDEX "numbers_open_host" ON "numbers" USING btree ("open_host") WHERE open_host is not null;--> statement-breakpoint
CREATE INDEX "numbers_open" ON "numbers" USING btree ("app_id","number") WHERE open_binding_id is not null;--> statement-breakpoint
CREATE INDEX "numbers_never_set" ON "numbers" USING btree ("app_id","number") WHERE open_binding_id is null and bound_binding_id is null;--> statement-breakpoint
CREATE INDEX "numbers_provider_state" ON "numbers" USING btree ("provider_state","app_id","number");--> statement-breakpoint
CREATE INDEX "numbers_unlisted" ON "numbers" USING btree ("app_id","number") WHERE provider_listed = false;--> statement-breakpoint
CREATE INDEX "numbers_other_state" ON "numbers" USING btree ("app_id","number") WHERE provider_listed and (provider_state is null or provider_state not in (1, 2, 4, 5));--> statement-breakpoint
CREATE INDEX "numbers_last_bound" ON "numbers" USING btree ("app_id","bound_binding_id" DESC NULLS LAST,"number");--> statement-breakpoint
-- What the bindings so far say of each number. A URL may hold secrets and only the console can mask them, so those who see it
-- masked find an older line by its host until the number is bound again.
UPDATE "numbers" n SET
  "bound_url" = f.bound_url,
  "bound_host" = f.bound_host,
  "open_binding_id" = f.open_id,
  "open_host" = f.open_host,
  "search_text" = lower(normalize(concat_ws(E'\n', n.number, f.bound_url, f.bound_name, f.bound_email, f.open_url, f.open_name, f.open_email), NFKC)),
  "search_text_masked" = lower(normalize(concat_ws(E'\n', n.number, f.bound_host, f.bound_name, f.bound_email, f.open_host, f.open_name, f.open_email), NFKC))
FROM (
  SELECT k.app_id, k.number,
    b.callback_url AS bound_url, b.callback_host AS bound_host, b.actor_name AS bound_name, b.actor_email AS bound_email,
    o.id AS open_id, o.callback_url AS open_url, o.callback_host AS open_host, o.actor_name AS open_name, o.actor_email AS open_email
  FROM "numbers" k
  LEFT JOIN "bindings" b ON b.id = k.bound_binding_id
  LEFT JOIN LATERAL (
    SELECT c.* FROM "bindings" c
    WHERE c.app_id = k.app_id AND c.number = k.number AND c.state IN ('queued', 'sending', 'unknown')
      AND (b.id IS NULL OR (c.created_at, c.id) > (b.created_at, b.id))
    ORDER BY c.created_at DESC, c.id DESC
    LIMIT 1
  ) o ON true
) f
WHERE n.app_id = f.app_id AND n.number = f.number;
--> statement-breakpoint
CREATE INDEX "numbers_search" ON "numbers" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "numbers_search_masked" ON "numbers" USING gin ("search_text_masked" gin_trgm_ops);
