CREATE TABLE "home" (
	"id" integer PRIMARY KEY NOT NULL,
	"place" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"beats" integer NOT NULL,
	"setback" text,
	"setback_since" timestamp (3) with time zone,
	"setback_noticed_at" timestamp (3) with time zone
);
