CREATE TABLE "reading_budgets" (
	"person_id" text NOT NULL,
	"scope" text NOT NULL,
	"minutes" jsonb NOT NULL,
	"event_id" text,
	CONSTRAINT "reading_budgets_person_id_scope_pk" PRIMARY KEY("person_id","scope")
);
--> statement-breakpoint
ALTER TABLE "reading_budgets" ADD CONSTRAINT "reading_budgets_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;