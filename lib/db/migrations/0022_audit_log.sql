CREATE TABLE "event_counts" (
	"hour" timestamp (3) with time zone NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"event_id" text,
	CONSTRAINT "event_counts_hour_key_pk" PRIMARY KEY("hour","key")
);
--> statement-breakpoint
ALTER TABLE "links" ADD COLUMN "event_id" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "subject_id" text GENERATED ALWAYS AS (details ->> 'personId') STORED;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "app_id" text GENERATED ALWAYS AS (details ->> 'appId') STORED;--> statement-breakpoint
ALTER TABLE "event_counts" ADD CONSTRAINT "event_counts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_counts_of_event" ON "event_counts" USING btree ("event_id") WHERE event_id is not null;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_by_kind" ON "events" USING btree ("kind","at","id");--> statement-breakpoint
CREATE INDEX "events_by_actor" ON "events" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX "events_by_subject" ON "events" USING btree ("subject_id","at","id") WHERE subject_id is not null;--> statement-breakpoint
CREATE INDEX "events_by_app" ON "events" USING btree ("app_id","at","id") WHERE app_id is not null;--> statement-breakpoint
CREATE INDEX "events_of_resets" ON "events" USING btree ("subject_id","at","id") WHERE kind = 'reset';