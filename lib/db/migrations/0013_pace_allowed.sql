ALTER TABLE "pace" ADD COLUMN "allowed" double precision;--> statement-breakpoint
ALTER TABLE "pace" ADD COLUMN "allowed_until" timestamp (6) with time zone;