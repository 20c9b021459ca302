ALTER TABLE "pace" ADD COLUMN "due_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "pace" ADD COLUMN "recent_slots" timestamp (6) with time zone[];