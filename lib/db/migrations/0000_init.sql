CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"impersonated_by" text,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"role" text DEFAULT 'support' NOT NULL,
	"banned" boolean DEFAULT false NOT NULL,
	"ban_reason" text,
	"ban_expires" timestamp with time zone,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"binding_id" text NOT NULL,
	"n" integer NOT NULL,
	"why" text NOT NULL,
	"app_id" text NOT NULL,
	"number" text NOT NULL,
	"owner" text NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL,
	"committed_at" timestamp (3) with time zone NOT NULL,
	"signed_at" bigint,
	"body_sha256" text,
	"finished_at" timestamp (3) with time zone,
	"duration_ms" integer,
	"outcome" text,
	"http_status" integer,
	"code" text,
	"message" text,
	"request_id" text,
	CONSTRAINT "attempts_binding_id_n_pk" PRIMARY KEY("binding_id","n")
);
--> statement-breakpoint
CREATE TABLE "bindings" (
	"id" text PRIMARY KEY NOT NULL,
	"app_id" text NOT NULL,
	"number" text NOT NULL,
	"number_type" text,
	"callback_url" text,
	"callback_host" text,
	"previous_url" text,
	"previous_certainty" text NOT NULL,
	"previous_binding_id" text,
	"restores_binding_id" text,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"actor_email" text NOT NULL,
	"actor_address" text,
	"source" text NOT NULL,
	"reason" text,
	"idempotency_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"code" text,
	"message" text,
	"request_id" text,
	"duration_ms" integer,
	"attempt_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "bindings_state" CHECK ("bindings"."state" in ('queued', 'sending', 'bound', 'refused', 'unknown', 'denied'))
);
--> statement-breakpoint
CREATE TABLE "numbers" (
	"app_id" text NOT NULL,
	"number" text NOT NULL,
	"newest_binding_id" text,
	"bound_binding_id" text,
	CONSTRAINT "numbers_app_id_number_pk" PRIMARY KEY("app_id","number")
);
--> statement-breakpoint
CREATE TABLE "pace" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"last_slot_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "apps" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_binding_id_bindings_id_fk" FOREIGN KEY ("binding_id") REFERENCES "public"."bindings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_one_in_flight" ON "attempts" USING btree ("app_id","number") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "attempts_lease" ON "attempts" USING btree ("lease_until") WHERE finished_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "bindings_key" ON "bindings" USING btree ("actor_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "bindings_newest" ON "bindings" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "bindings_of_number" ON "bindings" USING btree ("app_id","number","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "bindings_open" ON "bindings" USING btree ("state") WHERE state in ('queued', 'sending');