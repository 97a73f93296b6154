-- Tables that everything else leans on: countries, feature flags, simple users.

CREATE TABLE countries (
  code     char(2)       PRIMARY KEY,
  name     text          NOT NULL UNIQUE,
  currency currency_code NOT NULL,
  in_sepa  boolean       NOT NULL DEFAULT false,
  CONSTRAINT countries_code_upper_case CHECK (code ~ '^[A-Z]{2}$')
);

CREATE TABLE simple_users (
  id           serial        PRIMARY KEY,
  username     citext        NOT NULL UNIQUE,
  email        email_address NOT NULL,
  country_code char(2)       REFERENCES countries (code),
  is_active    boolean       NOT NULL DEFAULT true,
  created_at   timestamptz   NOT NULL DEFAULT now()
);

CREATE TABLE feature_flags (
  key         text        PRIMARY KEY,
  description text        NOT NULL,
  enabled     boolean     NOT NULL DEFAULT false,
  rollout     percentage  NOT NULL DEFAULT 0,
  audience    jsonb       NOT NULL DEFAULT '{}',
  owner_id    integer     REFERENCES simple_users (id) ON DELETE SET NULL,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT feature_flags_key_shape CHECK (key ~ '^[a-z]+([._][a-z0-9]+)*$')
);
