-- The SaaS platform: organizations and their people, keys, projects, notifications, logs.

-- Organizations and users refer to each other: the owner of an organization follows below.

CREATE TABLE user_tiers (
  code           text         PRIMARY KEY,
  name           text         NOT NULL,
  monthly_price  money_amount NOT NULL,
  api_quota      integer      NOT NULL CHECK (api_quota > 0),
  successor_code text         REFERENCES user_tiers (code) ON UPDATE CASCADE,
  is_listed      boolean      NOT NULL DEFAULT true
);

CREATE TABLE organizations (
  id            uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
  name          text          NOT NULL,
  slug          slug          NOT NULL UNIQUE,
  parent_id     uuid          REFERENCES organizations (id) ON DELETE SET NULL,
  owner_id      uuid,
  tier_code     text          NOT NULL DEFAULT 'free' REFERENCES user_tiers (code) ON UPDATE CASCADE,
  country_code  char(2)       REFERENCES countries (code),
  billing_email email_address,
  settings      jsonb         NOT NULL DEFAULT '{}',
  created_at    timestamptz   NOT NULL DEFAULT now(),
  updated_at    timestamptz   NOT NULL DEFAULT now(),
  CONSTRAINT organizations_not_own_parent CHECK (parent_id <> id)
);

CREATE TABLE users (
  id              uuid          PRIMARY KEY REFERENCES auth.users (id) ON DELETE CASCADE,
  email           email_address NOT NULL,
  display_name    text          NOT NULL,
  status          user_status   NOT NULL DEFAULT 'invited',
  organization_id uuid          REFERENCES organizations (id) ON DELETE SET NULL,
  tier_code       text          NOT NULL DEFAULT 'free'
    REFERENCES user_tiers (code) ON UPDATE CASCADE ON DELETE SET DEFAULT,
  referred_by     uuid          REFERENCES users (id) ON DELETE SET NULL,
  simple_user_id  integer       UNIQUE REFERENCES simple_users (id),
  created_at      timestamptz   NOT NULL DEFAULT now(),
  updated_at      timestamptz   NOT NULL DEFAULT now(),
  deleted_at      timestamptz,
  CONSTRAINT users_not_referred_by_themselves CHECK (referred_by <> id)
);

ALTER TABLE organizations
  ADD CONSTRAINT organizations_owner_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE RESTRICT;

CREATE TABLE profiles (
  user_id      uuid        PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  handle       citext      NOT NULL UNIQUE,
  given_name   text        NOT NULL,
  family_name  text        NOT NULL,
  full_name    text        GENERATED ALWAYS AS (given_name || ' ' || family_name) STORED,
  locale       text        NOT NULL DEFAULT 'en',
  time_zone    text        NOT NULL DEFAULT 'UTC',
  country_code char(2)     REFERENCES countries (code) ON DELETE SET NULL,
  birth_date   date        CHECK (birth_date > date '1900-01-01'),
  updated_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE user_roles (
  user_id         uuid              REFERENCES users (id) ON DELETE CASCADE,
  organization_id uuid              REFERENCES organizations (id) ON DELETE CASCADE,
  role            organization_role NOT NULL DEFAULT 'member',
  granted_by      uuid              REFERENCES users (id) ON DELETE SET NULL,
  granted_at      timestamptz       NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, organization_id, role)
);

-- Sessions

CREATE TABLE user_sessions (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id    uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  ip_address inet,
  user_agent text,
  started_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  UNIQUE (id, user_id),
  CONSTRAINT user_sessions_lifetime CHECK (expires_at > started_at)
);

CREATE UNLOGGED TABLE sessions (
  "id"           serial      PRIMARY KEY,
  "sessionToken" text        COLLATE "C" NOT NULL UNIQUE,
  "userId"       uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  "expiresAt"    timestamptz NOT NULL,
  "lastSeenAt"   timestamptz
);

CREATE TABLE oauth_sessions (
  id                uuid           PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id           uuid           NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  user_session_id   bigint         NOT NULL,
  provider          oauth_provider NOT NULL,
  access_token_hash bytea          NOT NULL,
  scopes            text[]         NOT NULL DEFAULT '{}',
  expires_at        timestamptz    NOT NULL,
  UNIQUE (user_session_id, provider),
  CONSTRAINT oauth_sessions_same_user_fkey
    FOREIGN KEY (user_session_id, user_id) REFERENCES user_sessions (id, user_id) ON DELETE CASCADE
);

-- Notifications

CREATE TABLE notification_settings (
  user_id     uuid                 REFERENCES users (id) ON DELETE CASCADE,
  channel     notification_channel,
  enabled     boolean              NOT NULL DEFAULT true,
  quiet_hours int4range            CHECK (quiet_hours <@ int4range(0, 24, '[]')),
  updated_at  timestamptz          NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, channel)
);

CREATE TABLE notifications (
  id         bigint               GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  user_id    uuid                 NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  channel    notification_channel NOT NULL DEFAULT 'in_app',
  actor_id   uuid                 REFERENCES users (id) ON DELETE SET NULL,
  subject    text                 NOT NULL,
  payload    jsonb                NOT NULL DEFAULT '{}',
  created_at timestamptz          NOT NULL DEFAULT now(),
  read_at    timestamptz,
  CONSTRAINT notifications_setting_fkey
    FOREIGN KEY (user_id, channel) REFERENCES notification_settings (user_id, channel) ON DELETE CASCADE,
  CONSTRAINT notifications_read_after_created CHECK (read_at >= created_at)
);

-- Keys

CREATE TABLE api_keys (
  id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id         uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  organization_id uuid        REFERENCES organizations (id) ON DELETE CASCADE,
  label           text        NOT NULL,
  key_hash        text        COLLATE "C" NOT NULL,
  scopes          text[]      NOT NULL DEFAULT '{read}',
  rotated_from    uuid        REFERENCES api_keys (id) ON DELETE SET NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  last_used_at    timestamptz,
  revoked_at      timestamptz,
  CONSTRAINT api_keys_key_hash_key UNIQUE (key_hash)
);

ALTER TABLE api_keys REPLICA IDENTITY USING INDEX api_keys_key_hash_key;

CREATE TABLE vendor_api_keys (
  id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid        NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  vendor          ai_provider NOT NULL,
  label           text        NOT NULL,
  secret_hint     char(4)     NOT NULL,
  created_by      uuid        REFERENCES users (id) ON DELETE SET NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  is_active       boolean     NOT NULL DEFAULT true
);

-- Shares its numbering with payment_audit: the default follows where that table is made.
CREATE TABLE vendor_key_audit_log (
  id            bigint      PRIMARY KEY,
  vendor_key_id uuid        REFERENCES vendor_api_keys (id) ON DELETE SET NULL,
  actor_id      uuid        REFERENCES users (id) ON DELETE SET NULL,
  action        text        NOT NULL CHECK (action IN ('created', 'rotated', 'read', 'revoked')),
  details       jsonb       NOT NULL DEFAULT '{}',
  occurred_at   timestamptz NOT NULL DEFAULT now()
);

-- Projects, services, endpoints

CREATE TABLE company_projects (
  id              bigserial    PRIMARY KEY,
  organization_id uuid         NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  name            text         NOT NULL,
  lead_id         uuid         REFERENCES users (id) ON DELETE SET NULL,
  running         daterange    NOT NULL DEFAULT daterange(NULL, NULL),
  budget          money_amount,
  created_at      timestamptz  NOT NULL DEFAULT now(),
  updated_at      timestamptz  NOT NULL DEFAULT now(),
  UNIQUE (organization_id, id)
);

CREATE TABLE company_services (
  id              bigserial              PRIMARY KEY,
  organization_id uuid                   NOT NULL,
  project_id      bigint                 NOT NULL,
  name            text                   NOT NULL,
  environment     deployment_environment NOT NULL DEFAULT 'development',
  flag_key        text                   REFERENCES feature_flags (key) ON UPDATE CASCADE ON DELETE SET NULL,
  updated_at      timestamptz            NOT NULL DEFAULT now(),
  UNIQUE (project_id, name, environment),
  CONSTRAINT company_services_project_fkey
    FOREIGN KEY (organization_id, project_id) REFERENCES company_projects (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE company_endpoints (
  id         integer     GENERATED BY DEFAULT AS IDENTITY (START WITH 1000) PRIMARY KEY,
  service_id bigint      NOT NULL REFERENCES company_services (id) ON DELETE CASCADE,
  method     http_method NOT NULL DEFAULT 'GET',
  path       text        COLLATE "C" NOT NULL CHECK (path LIKE '/%'),
  is_public  boolean     NOT NULL DEFAULT false,
  UNIQUE (service_id, method, path)
);

-- One partition a quarter: the busy quarters are divided by environment once more.
CREATE TABLE company_usage_logs (
  id              bigserial,
  occurred_at     timestamptz            NOT NULL,
  environment     deployment_environment NOT NULL,
  organization_id uuid                   NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  endpoint_id     integer                REFERENCES company_endpoints (id) ON DELETE SET NULL,
  api_key_id      uuid                   REFERENCES api_keys (id) ON DELETE SET NULL,
  status_code     smallint               NOT NULL CHECK (status_code BETWEEN 100 AND 599),
  duration_ms     integer                NOT NULL CHECK (duration_ms >= 0),
  PRIMARY KEY (id, occurred_at, environment)
) PARTITION BY RANGE (occurred_at);

CREATE TABLE company_usage_logs_2024_q1 PARTITION OF company_usage_logs
  FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2024-04-01 00:00:00+00');

CREATE TABLE company_usage_logs_2024_q2 PARTITION OF company_usage_logs
  FOR VALUES FROM ('2024-04-01 00:00:00+00') TO ('2024-07-01 00:00:00+00');

CREATE TABLE company_usage_logs_2024_q3 PARTITION OF company_usage_logs
  FOR VALUES FROM ('2024-07-01 00:00:00+00') TO ('2024-10-01 00:00:00+00')
  PARTITION BY LIST (environment);

CREATE TABLE company_usage_logs_2024_q3_production PARTITION OF company_usage_logs_2024_q3
  FOR VALUES IN ('production');

CREATE TABLE company_usage_logs_2024_q3_other PARTITION OF company_usage_logs_2024_q3
  FOR VALUES IN ('development', 'staging');

CREATE TABLE company_usage_logs_later PARTITION OF company_usage_logs DEFAULT;

-- Monitoring

CREATE TABLE usage_tracking (
  organization_id uuid           REFERENCES organizations (id) ON DELETE CASCADE,
  metric          text,
  period_start    date,
  user_id         uuid           REFERENCES users (id) ON DELETE SET NULL,
  quantity        bigint         NOT NULL DEFAULT 0 CHECK (quantity >= 0),
  unit_cost       numeric(12, 6) NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, metric, period_start)
);

-- PostgreSQL 18 computes the cost when it is read, earlier versions store it.
DO $$
BEGIN
  EXECUTE format(
    'ALTER TABLE usage_tracking ADD COLUMN total_cost numeric(18, 6) GENERATED ALWAYS AS (quantity * unit_cost) %s',
    CASE WHEN current_setting('server_version_num')::integer >= 180000 THEN 'VIRTUAL' ELSE 'STORED' END);
END
$$;

CREATE TABLE webhook_logs (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  endpoint_id     integer     REFERENCES company_endpoints (id) ON DELETE SET NULL,
  event           text        NOT NULL,
  payload         jsonb       NOT NULL,
  attempts        smallint    NOT NULL DEFAULT 1,
  delivered_at    timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

CREATE TABLE system_error_logs (
  id         bigserial      PRIMARY KEY,
  severity   error_severity NOT NULL DEFAULT 'error',
  service_id bigint         REFERENCES company_services (id) ON DELETE SET NULL,
  user_id    uuid           REFERENCES users (id) ON DELETE SET NULL,
  message    text           NOT NULL,
  context    jsonb          NOT NULL DEFAULT '{}',
  created_at timestamptz    NOT NULL DEFAULT now()
) WITH (autovacuum_enabled = true, toast.autovacuum_vacuum_threshold = 500);

ALTER TABLE system_error_logs REPLICA IDENTITY FULL;
ALTER TABLE system_error_logs ALTER COLUMN context SET STORAGE EXTERNAL;
