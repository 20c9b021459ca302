CREATE TABLE "console_settings" (
	"id" integer PRIMARY KEY NOT NULL,
	"home_country" text
);
--> statement-breakpoint
ALTER TABLE "apps" ADD COLUMN "retired_at" timestamp with time zone;