ALTER TABLE "pace" ADD COLUMN "due_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "pace" ADD COLUMN "departures" timestamp (6) with time zone[];