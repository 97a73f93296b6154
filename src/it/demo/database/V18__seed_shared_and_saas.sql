-- Seed rows: countries, simple users, flags, and the SaaS platform.  Every load gives the same rows.

-- Days are days of UTC, wherever this is run.
SET TIME ZONE 'UTC';

INSERT INTO countries (code, name, currency, in_sepa) VALUES
  ('AT', 'Austria',        'EUR', true),
  ('BE', 'Belgium',        'EUR', true),
  ('CH', 'Switzerland',    'CHF', true),
  ('DE', 'Germany',        'EUR', true),
  ('ES', 'Spain',          'EUR', true),
  ('FR', 'France',         'EUR', true),
  ('GB', 'United Kingdom', 'GBP', true),
  ('IT', 'Italy',          'EUR', true),
  ('NL', 'Netherlands',    'EUR', true),
  ('PL', 'Poland',         'PLN', true),
  ('SE', 'Sweden',         'SEK', true),
  ('US', 'United States',  'USD', false);

INSERT INTO simple_users (username, email, country_code, is_active, created_at)
SELECT format('reader%s', n),
       format('reader%s@example.com', n),
       (ARRAY['DE', 'FR', 'NL', 'SE'])[1 + n % 4],
       n % 5 <> 0,
       timestamptz '2022-05-01 12:00:00+00' + n * interval '9 days'
  FROM generate_series(1, 12) AS n
 ORDER BY n;

INSERT INTO feature_flags (key, description, enabled, rollout, audience, owner_id, updated_at)
SELECT f.key, f.description, f.rollout > 5, f.rollout, f.audience::jsonb, f.owner_id,
       timestamptz '2024-01-15 11:20:00+00' + f.n * interval '17 days'
  FROM (VALUES (1, 'platform.dark_theme', 'Dark theme',                           100, '{}',                        5),
               (2, 'checkout.one_page',   'Check out on a single page',           100, '{}',                        1),
               (3, 'checkout.say',        'Offer the Say payment system',          25, '{"countries": ["DE"]}',     1),
               (4, 'search.semantic',     'Search products by meaning',            50, '{"tiers": ["business"]}',   2),
               (5, 'assistant.memory',    'Let the assistant remember',            75, '{}',                        3),
               (6, 'assistant.voice',     'Talk to the assistant',                  0, '{}',                        3),
               (7, 'banking.bulk',        'Bulk payments from a spreadsheet',      10, '{"tiers": ["business"]}',   4),
               (8, 'banking.edoc_v2',     'Second version of the consent dialog',   5, '{}',                     NULL))
       AS f (n, key, description, rollout, audience, owner_id);

INSERT INTO user_tiers (code, name, monthly_price, api_quota, successor_code, is_listed) VALUES
  ('free',       'Free',          0.00,     1000, 'starter',    true),
  ('starter',    'Starter',       9.00,    20000, 'business',   true),
  ('business',   'Business',     49.00,   250000, 'enterprise', true),
  ('enterprise', 'Enterprise',  499.00, 10000000, NULL,         true),
  ('pioneer',    'Pioneer',       5.00,    50000, 'business',   false);

-- Organizations and people

INSERT INTO organizations (id, name, slug, parent_id, tier_code, country_code, billing_email, settings,
                           created_at, updated_at)
SELECT md5('organization ' || o.n)::uuid, o.name, o.slug, md5('organization ' || o.parent)::uuid,
       o.tier, o.country, format('billing@%s.example.com', o.slug),
       jsonb_build_object('invoice_language', lower(o.country), 'two_factor', o.n % 2 = 0),
       timestamptz '2023-11-01 08:00:00+00' + o.n * interval '1 day',
       timestamptz '2023-11-01 08:00:00+00' + o.n * interval '1 day'
  FROM (VALUES (1, 'Blue Lantern Books',     'blue-lantern-books',    NULL, 'business',   'DE'),
               (2, 'Copper Kettle Coffee',   'copper-kettle-coffee',  NULL, 'enterprise', 'NL'),
               (3, 'Driftwood Furniture',    'driftwood-furniture',   NULL, 'business',   'SE'),
               (4, 'Ember Ceramics',         'ember-ceramics',        3,    'starter',    'SE'),
               (5, 'Fern & Fig Botanicals',  'fern-fig-botanicals',   2,    'starter',    'FR'),
               (6, 'Granite Outdoor',        'granite-outdoor',       NULL, 'enterprise', 'AT'),
               (7, 'Harbour Audio',          'harbour-audio',         6,    'business',   'IT'),
               (8, 'Ivory Stationery',       'ivory-stationery',      1,    'free',       'ES'))
       AS o (n, name, slug, parent, tier, country);

INSERT INTO users (id, email, display_name, status, organization_id, tier_code, referred_by, simple_user_id,
                   created_at, updated_at, deleted_at)
SELECT a.id, a.email, p.given_name || ' ' || left(p.family_name, 1) || '.',
       (CASE WHEN n % 13 = 0 THEN 'suspended' WHEN n % 17 = 0 THEN 'invited' ELSE 'active' END)::user_status,
       CASE WHEN n % 10 <> 0 THEN md5('organization ' || 1 + (n - 1) % 8)::uuid END,
       (ARRAY['free', 'starter', 'business', 'pioneer'])[1 + n % 4],
       CASE WHEN n > 8 AND n % 3 = 0 THEN md5('user ' || n - 5)::uuid END,
       CASE WHEN n <= 6 THEN n END,
       a.created_at, a.created_at,
       CASE WHEN n = 39 THEN timestamptz '2024-08-31 23:00:00+00' END
  FROM generate_series(1, 40) AS n
  JOIN auth.users AS a ON a.id = md5('user ' || n)::uuid
 CROSS JOIN LATERAL (
   SELECT (ARRAY['Ada', 'Bo', 'Cleo', 'Dara', 'Eli', 'Fay', 'Gus', 'Hana', 'Ivo', 'June'])[1 + (n - 1) % 10],
          (ARRAY['Amberly', 'Birchwood', 'Cloudsley', 'Dunmere'])[1 + (n - 1) / 10]) AS p (given_name, family_name);

UPDATE organizations AS o
   SET owner_id = md5('user ' || n)::uuid,
       updated_at = timestamptz '2024-01-01 00:00:00+00'
  FROM generate_series(1, 8) AS n
 WHERE o.id = md5('organization ' || n)::uuid;

INSERT INTO profiles (user_id, handle, given_name, family_name, locale, time_zone, country_code,
                      birth_date, updated_at)
SELECT md5('user ' || n)::uuid, lower(p.given_name || '.' || p.family_name), p.given_name, p.family_name,
       (ARRAY['en', 'de', 'fr', 'nl'])[1 + n % 4],
       (ARRAY['UTC', 'Europe/Berlin', 'Europe/Paris', 'Europe/Amsterdam'])[1 + n % 4],
       (ARRAY['GB', 'DE', 'FR', 'NL'])[1 + n % 4],
       date '1960-02-03' + n * 311,
       timestamptz '2024-01-10 10:00:00+00' + n * interval '1 hour'
  FROM generate_series(1, 40) AS n
 CROSS JOIN LATERAL (
   SELECT (ARRAY['Ada', 'Bo', 'Cleo', 'Dara', 'Eli', 'Fay', 'Gus', 'Hana', 'Ivo', 'June'])[1 + (n - 1) % 10],
          (ARRAY['Amberly', 'Birchwood', 'Cloudsley', 'Dunmere'])[1 + (n - 1) / 10]) AS p (given_name, family_name);

INSERT INTO user_roles (user_id, organization_id, role, granted_by, granted_at)
SELECT u.id, u.organization_id,
       (CASE WHEN u.id = o.owner_id THEN 'owner'
             WHEN u.tier_code = 'business' THEN 'admin'
             ELSE 'member' END)::organization_role,
       CASE WHEN u.id <> o.owner_id THEN o.owner_id END,
       u.created_at + interval '1 hour'
  FROM users AS u
  JOIN organizations AS o ON o.id = u.organization_id;

INSERT INTO user_roles (user_id, organization_id, role, granted_by, granted_at)
SELECT md5('user ' || n)::uuid, md5('organization ' || 1 + n % 8)::uuid, 'viewer', md5('user ' || 1 + n % 8)::uuid,
       timestamptz '2024-02-01 09:00:00+00' + n * interval '3 hours'
  FROM generate_series(1, 12) AS n;

-- Sessions

INSERT INTO user_sessions (user_id, ip_address, user_agent, started_at, expires_at, revoked_at)
SELECT md5('user ' || 1 + (n - 1) % 40)::uuid,
       inet '192.0.2.0' + n,
       (ARRAY['Browser/1.0 (Desktop)', 'Browser/1.0 (Phone)', 'ShopApp/3.2'])[1 + n % 3],
       timestamptz '2024-09-01 06:00:00+00' + n * interval '90 minutes',
       timestamptz '2024-10-01 06:00:00+00' + n * interval '90 minutes',
       CASE WHEN n % 4 = 0 THEN timestamptz '2024-09-10 06:00:00+00' + n * interval '90 minutes' END
  FROM generate_series(1, 80) AS n
 ORDER BY n;

INSERT INTO sessions ("sessionToken", "userId", "expiresAt", "lastSeenAt")
SELECT md5('session ' || n), md5('user ' || n)::uuid,
       timestamptz '2024-10-05 00:00:00+00' + n * interval '1 hour',
       timestamptz '2024-09-05 00:00:00+00' + n * interval '1 hour'
  FROM generate_series(1, 20) AS n
 ORDER BY n;

INSERT INTO oauth_sessions (id, user_id, user_session_id, provider, access_token_hash, scopes, expires_at)
SELECT md5('oauth session ' || s.id)::uuid, s.user_id, s.id,
       (ARRAY['acme_id', 'globex_id', 'initech_id'])[1 + s.id % 3]::oauth_provider,
       decode(md5('access token ' || s.id), 'hex'),
       ARRAY['openid', 'profile'],
       s.expires_at
  FROM user_sessions AS s
 WHERE s.id <= 30;

-- Notifications

INSERT INTO notification_settings (user_id, channel, enabled, quiet_hours, updated_at)
SELECT md5('user ' || n)::uuid, c.channel,
       NOT (c.channel = 'email' AND n % 7 = 0),
       CASE WHEN c.channel = 'push' THEN int4range(0, 7) END,
       timestamptz '2024-01-20 08:00:00+00' + n * interval '1 hour'
  FROM generate_series(1, 40) AS n
 CROSS JOIN (VALUES ('in_app'::notification_channel), ('email'), ('push')) AS c (channel);

INSERT INTO notifications (user_id, channel, actor_id, subject, payload, created_at, read_at)
SELECT md5('user ' || 1 + (n - 1) % 40)::uuid,
       (ARRAY['in_app', 'email', 'push'])[1 + n % 3]::notification_channel,
       CASE WHEN n % 2 = 0 THEN md5('user ' || 1 + n % 8)::uuid END,
       (ARRAY['Your order is on its way', 'You were invited to a project', 'A payment was captured'])[1 + n % 3],
       jsonb_build_object('number', n),
       timestamptz '2024-06-01 08:00:00+00' + n * interval '17 hours',
       CASE WHEN n % 3 <> 0 THEN timestamptz '2024-06-01 20:00:00+00' + n * interval '17 hours' END
  FROM generate_series(1, 120) AS n
 ORDER BY n;

-- Keys

INSERT INTO api_keys (id, user_id, organization_id, label, key_hash, scopes, rotated_from,
                      created_at, last_used_at, revoked_at)
SELECT md5('api key ' || n)::uuid, md5('user ' || n)::uuid, md5('organization ' || 1 + (n - 1) % 8)::uuid,
       'Key ' || n, md5('secret of api key ' || n),
       CASE WHEN n % 4 = 0 THEN ARRAY['read', 'write'] ELSE ARRAY['read'] END,
       CASE WHEN n % 6 = 0 THEN md5('api key ' || n - 1)::uuid END,
       timestamptz '2024-01-08 12:00:00+00' + n * interval '2 days',
       timestamptz '2024-09-08 12:00:00+00' + n * interval '5 hours',
       CASE WHEN n % 6 = 5 THEN timestamptz '2024-09-20 12:00:00+00' END
  FROM generate_series(1, 24) AS n;

INSERT INTO vendor_api_keys (id, organization_id, vendor, label, secret_hint, created_by,
                             created_at, updated_at, is_active)
SELECT md5('vendor key ' || n)::uuid, md5('organization ' || 1 + (n - 1) % 8)::uuid,
       (CASE WHEN n <= 8 THEN 'hal' ELSE 'multivac' END)::ai_provider,
       'Models, key ' || n, to_char(n * 7, 'FM0000'), md5('user ' || 1 + (n - 1) % 8)::uuid,
       timestamptz '2024-02-11 10:00:00+00' + n * interval '1 day',
       timestamptz '2024-02-11 10:00:00+00' + n * interval '1 day',
       n % 5 <> 0
  FROM generate_series(1, 12) AS n;

INSERT INTO vendor_key_audit_log (vendor_key_id, actor_id, action, details, occurred_at)
SELECT md5('vendor key ' || 1 + (n - 1) % 12)::uuid, md5('user ' || 1 + (n - 1) % 8)::uuid,
       CASE WHEN n <= 12 THEN 'created' ELSE 'read' END,
       jsonb_build_object('ip_address', host(inet '198.51.100.0' + n)),
       timestamptz '2024-02-11 10:00:00+00' + n * interval '1 day'
  FROM generate_series(1, 24) AS n
 ORDER BY n;

-- Projects, services, endpoints

INSERT INTO company_projects (organization_id, name, lead_id, running, budget, created_at, updated_at)
SELECT md5('organization ' || 1 + (n - 1) % 8)::uuid,
       CASE WHEN n <= 8 THEN 'Web shop' ELSE 'Loyalty programme' END,
       md5('user ' || n)::uuid,
       daterange(date '2024-01-01' + n * 7, CASE WHEN n % 3 = 0 THEN date '2024-12-31' END),
       10000 + n * 2500,
       timestamptz '2024-01-02 09:00:00+00' + n * interval '1 day',
       timestamptz '2024-01-02 09:00:00+00' + n * interval '1 day'
  FROM generate_series(1, 16) AS n
 ORDER BY n;

INSERT INTO company_services (organization_id, project_id, name, environment, flag_key, updated_at)
SELECT p.organization_id, p.id, s.name, s.environment, s.flag_key, p.updated_at + interval '2 days'
  FROM company_projects AS p
 CROSS JOIN (VALUES (1, 'catalogue', 'production'::deployment_environment, 'search.semantic'),
                    (2, 'accounts',  'staging',                            NULL)) AS s (n, name, environment, flag_key)
 ORDER BY p.id, s.n;

INSERT INTO company_endpoints (service_id, method, path, is_public)
SELECT s.id, e.method, format('/%s%s', s.name, e.suffix), e.n = 1
  FROM company_services AS s
 CROSS JOIN (VALUES (1, 'GET'::http_method, ''), (2, 'POST', ''), (3, 'GET', '/{id}')) AS e (n, method, suffix)
 ORDER BY s.id, e.n;

INSERT INTO company_usage_logs (occurred_at, environment, organization_id, endpoint_id, api_key_id,
                                status_code, duration_ms)
SELECT timestamptz '2024-01-01 06:00:00+00' + n * interval '15 hours',
       (ARRAY['production', 'production', 'staging', 'development'])[1 + n % 4]::deployment_environment,
       s.organization_id, e.id,
       CASE WHEN n % 3 <> 0 THEN md5('api key ' || 1 + n % 24)::uuid END,
       CASE WHEN n % 29 = 0 THEN 500 WHEN n % 11 = 0 THEN 404 ELSE 200 END,
       5 + n * 37 % 400
  FROM generate_series(1, 480) AS n
  JOIN company_endpoints AS e ON e.id = 1000 + n % 96
  JOIN company_services AS s ON s.id = e.service_id
 ORDER BY n;

-- Monitoring

INSERT INTO usage_tracking (organization_id, metric, period_start, user_id, quantity, unit_cost)
SELECT md5('organization ' || o)::uuid, m.metric,
       (date '2024-01-01' + month * interval '1 month')::date,
       md5('user ' || o)::uuid,
       o * 1000 + month * 113, m.unit_cost
  FROM generate_series(1, 8) AS o
 CROSS JOIN generate_series(0, 5) AS month
 CROSS JOIN (VALUES ('api_calls', 0.000200), ('storage_mb', 0.001500)) AS m (metric, unit_cost);

INSERT INTO webhook_logs (organization_id, endpoint_id, event, payload, attempts, delivered_at, created_at)
SELECT md5('organization ' || 1 + (n - 1) % 8)::uuid, 1000 + n,
       (ARRAY['order.placed', 'order.shipped', 'payment.captured'])[1 + n % 3],
       jsonb_build_object('delivery', n, 'order', jsonb_build_object('id', 1 + n % 120)),
       1 + n % 3,
       CASE WHEN n % 10 <> 0 THEN timestamptz '2024-05-01 00:01:00+00' + n * interval '1 day' END,
       timestamptz '2024-05-01 00:00:00+00' + n * interval '1 day'
  FROM generate_series(1, 60) AS n
 ORDER BY n;

INSERT INTO system_error_logs (severity, service_id, user_id, message, context, created_at)
SELECT (ARRAY['notice', 'warning', 'error', 'fatal'])[1 + n % 4]::error_severity,
       1 + n % 32,
       CASE WHEN n % 2 = 0 THEN md5('user ' || n)::uuid END,
       (ARRAY['Connection reset', 'Slow answer', 'Unexpected input', 'Out of stock'])[1 + n % 4],
       jsonb_build_object('request', md5('request ' || n)),
       timestamptz '2024-07-01 03:00:00+00' + n * interval '31 hours'
  FROM generate_series(1, 40) AS n
 ORDER BY n;

RESET TIME ZONE;
