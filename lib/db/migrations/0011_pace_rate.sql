ALTER TABLE "pace" ADD COLUMN "rate" double precision;--> statement-breakpoint
ALTER TABLE "pace" ADD COLUMN "rate_at" timestamp (6) with time zone;