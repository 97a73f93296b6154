-- Schema auth: the accounts that signed up, and who is asking.
-- An identity service keeps it, the application only refers to it.

CREATE SCHEMA auth;

CREATE TABLE auth.users (
  id                 uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  email              text        NOT NULL UNIQUE,
  role               text        NOT NULL DEFAULT 'authenticated',
  raw_user_meta_data jsonb       NOT NULL DEFAULT '{}',
  email_confirmed_at timestamptz,
  last_sign_in_at    timestamptz,
  created_at         timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION auth.jwt() RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  SELECT nullif(current_setting('request.jwt.claims', true), '')::jsonb
$$;

CREATE FUNCTION auth.uid() RETURNS uuid
LANGUAGE sql STABLE
AS $$
  SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;

CREATE FUNCTION auth.role() RETURNS text
LANGUAGE sql STABLE
AS $$
  SELECT coalesce(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role', 'anon')
$$;

COMMENT ON SCHEMA auth IS 'Accounts and sign-in, kept by the identity service';
COMMENT ON FUNCTION auth.uid() IS 'The account that the request''s token names; null without a token';

GRANT USAGE ON SCHEMA auth TO app_owner, anon, authenticated, service_role;
GRANT SELECT, REFERENCES ON auth.users TO app_owner;
GRANT SELECT ON auth.users TO service_role;

-- Forty accounts.  Their ids are derived from their numbers, so that every load gives the same rows.
INSERT INTO auth.users (id, email, raw_user_meta_data, email_confirmed_at, last_sign_in_at, created_at)
SELECT md5('user ' || n)::uuid,
       format('user%s@example.com', to_char(n, 'FM00')),
       jsonb_build_object('source', CASE n % 3 WHEN 0 THEN 'invitation' WHEN 1 THEN 'web' ELSE 'partner' END),
       timestamptz '2023-11-01 09:00:00+00' + n * interval '26 hours',
       timestamptz '2024-09-01 07:30:00+00' + n * interval '5 hours',
       timestamptz '2023-11-01 08:45:00+00' + n * interval '26 hours'
  FROM generate_series(1, 40) AS n;
