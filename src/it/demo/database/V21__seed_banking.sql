-- Seed rows: banking services.

-- Days are days of UTC, wherever this is run.
SET TIME ZONE 'UTC';

-- Account numbers of a bank that does not exist (its code is 00000000), with the right check digits.
INSERT INTO beneficiaries (id, user_id, organization_id, name, iban, country_code, verified_at, created_at, updated_at)
SELECT md5('beneficiary ' || n)::uuid, u.id, u.organization_id,
       (ARRAY['Rent', 'Electricity works', 'Grandmother', 'Tax office', 'Piano teacher'])[1 + n % 5],
       'DE' || to_char(98 - (a.account || '131400')::numeric % 97, 'FM00') || a.account,
       'DE',
       CASE WHEN n % 4 <> 0 THEN timestamptz '2024-03-15 12:00:00+00' + n * interval '1 day' END,
       timestamptz '2024-03-14 12:00:00+00' + n * interval '1 day',
       timestamptz '2024-03-14 12:00:00+00' + n * interval '1 day'
  FROM generate_series(1, 60) AS n
 CROSS JOIN LATERAL (SELECT '00000000' || to_char(1000000 + n * 7919, 'FM0000000000')) AS a (account)
  JOIN users AS u ON u.id = md5('user ' || 1 + (n - 1) % 40)::uuid;

INSERT INTO say_transfers (say_bill_id, payment_id, beneficiary_id, amount, executed_at)
SELECT b.id, p.id, md5('beneficiary ' || 1 + b.id % 60)::uuid, b.amount, b.paid_at
  FROM say_bills AS b
  JOIN say_orders AS s ON s.id = b.say_order_id
  LEFT JOIN user_payments AS p ON p.order_id = s.order_id
 WHERE b.paid_at IS NOT NULL
 ORDER BY b.id;

INSERT INTO bulk_payments (organization_id, initiated_by, approved_by, status, amount, lines, created_at, updated_at)
SELECT o.id, o.owner_id, CASE WHEN n % 4 <> 0 THEN md5('user ' || n + 8)::uuid END,
       (CASE WHEN n % 4 <> 0 THEN 'captured' ELSE 'pending' END)::payment_status,
       l.amount, l.lines,
       timestamptz '2024-06-28 15:00:00+00' + n * interval '1 day',
       timestamptz '2024-06-28 16:00:00+00' + n * interval '1 day'
  FROM generate_series(1, 16) AS n
  JOIN organizations AS o ON o.id = md5('organization ' || 1 + (n - 1) % 8)::uuid
 CROSS JOIN LATERAL (
   SELECT sum(100 * n + line * 12.5),
          jsonb_agg(jsonb_build_object('beneficiary', md5('beneficiary ' || n + line)::uuid,
                                       'amount', 100 * n + line * 12.5) ORDER BY line)
     FROM generate_series(1, 5) AS line) AS l (amount, lines)
 ORDER BY n;

-- Businesses

INSERT INTO business_profiles (organization_id, legal_name, registration_number, registered_address, country_code,
                               account_id, verified_by, updated_at)
SELECT o.id, o.name || ' Ltd.', 'EX' || upper(left(md5(o.slug), 8)),
       ROW('1 Sample Square', 'Northport', '00100', o.country_code)::postal_address,
       o.country_code, a.id, CASE WHEN o.tier_code <> 'free' THEN md5('user 1')::uuid END,
       timestamptz '2024-02-20 13:00:00+00'
  FROM organizations AS o
  JOIN stripe_connect_accounts AS a ON a.organization_id = o.id;

INSERT INTO business_financial_insights (organization_id, project_id, metric, period, value, computed_at)
SELECT o.id, NULL, m.metric, daterange(q.first_day, (q.first_day + interval '3 months')::date),
       m.base + q.n * 1250 + length(o.slug) * 10,
       (q.first_day + interval '3 months 2 hours') AT TIME ZONE 'UTC'
  FROM organizations AS o
 CROSS JOIN (VALUES ('revenue', 20000), ('costs', 14000)) AS m (metric, base)
 CROSS JOIN (SELECT n, (date '2024-01-01' + n * interval '3 months')::date
               FROM generate_series(0, 3) AS n) AS q (n, first_day)
 ORDER BY o.slug, m.metric, q.n;

INSERT INTO business_financial_insights (organization_id, project_id, metric, period, value, computed_at)
SELECT organization_id, id, 'budget used', daterange('2024-01-01', '2025-01-01'), round(budget * 0.6, 2),
       timestamptz '2025-01-02 02:00:00+00'
  FROM company_projects
 ORDER BY id;

-- Electronic documents

INSERT INTO edoc_consents (id, user_id, bank, status, valid_during, created_at)
SELECT md5('consent ' || n)::uuid, md5('user ' || n)::uuid,
       (ARRAY['First Example Bank', 'Sample Savings', 'Bank of Nowhere'])[1 + n % 3],
       (CASE WHEN n % 5 = 0 THEN 'expired' ELSE 'granted' END)::consent_status,
       tstzrange(timestamptz '2024-01-15 00:00:00+00' + n * interval '1 day',
                 timestamptz '2024-07-15 00:00:00+00' + n * interval '1 day'),
       timestamptz '2024-01-14 20:00:00+00' + n * interval '1 day'
  FROM generate_series(1, 20) AS n;

INSERT INTO edoc_consents (id, user_id, replaces_id, bank, status, valid_during, created_at)
SELECT md5('renewed ' || id)::uuid, user_id, id, bank, 'granted',
       tstzrange(upper(valid_during), upper(valid_during) + interval '180 days'), upper(valid_during)
  FROM edoc_consents
 WHERE status = 'expired';

INSERT INTO edoc_transactions (consent_id, external_id, beneficiary_id, booked_on, amount, purpose)
SELECT md5('consent ' || 1 + (n - 1) % 20)::uuid, 'TX' || to_char(n, 'FM000000'),
       CASE WHEN n % 3 = 0 THEN md5('beneficiary ' || 1 + (n - 1) % 40)::uuid END,
       date '2024-01-20' + n % 160,
       CASE WHEN n % 4 = 0 THEN 1850.00 ELSE -(5 + n * 13 % 300) - 0.45 END,
       CASE WHEN n % 4 = 0 THEN 'Salary' ELSE 'Card payment' END
  FROM generate_series(1, 240) AS n;

INSERT INTO edoc_financial_analysis (id, consent_id, user_id, income, expenses, analysed_at)
SELECT md5('analysis of ' || c.id)::uuid, c.id, c.user_id,
       coalesce(sum(t.amount) FILTER (WHERE t.amount > 0), 0), coalesce(-sum(t.amount) FILTER (WHERE t.amount < 0), 0),
       timestamptz '2024-07-20 01:00:00+00'
  FROM edoc_consents AS c
  JOIN edoc_transactions AS t ON t.consent_id = c.id
 GROUP BY c.id;

INSERT INTO edoc_usage_logs (consent_id, api_key_id, operation, created_at)
SELECT md5('consent ' || 1 + (n - 1) % 20)::uuid, md5('api key ' || 1 + (n - 1) % 24)::uuid,
       (ARRAY['list_accounts', 'list_transactions', 'renew'])[1 + n % 3],
       timestamptz '2024-02-01 04:00:00+00' + n * interval '41 hours'
  FROM generate_series(1, 60) AS n
 ORDER BY n;

-- Risk and consent

INSERT INTO risk_analysis (id, user_id, order_id, analysis_id, score, factors, assessed_at)
SELECT md5('risk of order ' || o.id)::uuid, o.user_id, o.id, a.id, o.id * 37 % 100,
       CASE WHEN o.total > 500 THEN '["large order"]'::jsonb ELSE '[]' END,
       o.placed_at + interval '2 minutes'
  FROM orders AS o
  LEFT JOIN edoc_financial_analysis AS a ON a.user_id = o.user_id
 WHERE o.placed_at IS NOT NULL AND o.id % 2 = 0;

INSERT INTO user_consents (user_id, purpose, version, status, decided_at)
SELECT md5('user ' || n)::uuid, c.purpose, c.version,
       (CASE WHEN c.purpose = 'newsletter' AND n % 3 = 0 THEN 'revoked' ELSE 'granted' END)::consent_status,
       timestamptz '2023-11-02 09:00:00+00' + n * interval '26 hours' + c.version * interval '90 days'
  FROM generate_series(1, 40) AS n
 CROSS JOIN (VALUES ('terms', 1), ('terms', 2), ('newsletter', 1)) AS c (purpose, version);

-- The banking agent

INSERT INTO agent_banks_sessions (id, user_id, conversation_id, goal, started_at, ended_at)
SELECT md5('agent session ' || n)::uuid, md5('user ' || n)::uuid, md5('conversation ' || n)::uuid,
       (ARRAY['Find subscriptions to cancel', 'Plan the rent', 'Sort the receipts'])[1 + n % 3],
       timestamptz '2024-08-01 09:05:00+00' + n * interval '10 hours',
       CASE WHEN n % 5 <> 0 THEN timestamptz '2024-08-01 09:25:00+00' + n * interval '10 hours' END
  FROM generate_series(1, 15) AS n;

INSERT INTO agent_banks_memories (id, session_id, memory_id, note, importance, created_at)
SELECT md5('agent memory ' || n)::uuid, md5('agent session ' || 1 + (n - 1) % 15)::uuid,
       CASE WHEN n % 2 = 0 THEN md5('memory ' || n)::uuid END,
       (ARRAY['Rent leaves on the first', 'Two streaming services', 'Wants a summary on Mondays'])[1 + n % 3],
       1 + n % 5,
       timestamptz '2024-08-01 09:10:00+00' + n * interval '10 hours'
  FROM generate_series(1, 45) AS n;

INSERT INTO agent_banks_memory_search_logs (session_id, memory_id, query, searched_at)
SELECT md5('agent session ' || 1 + (n - 1) % 15)::uuid,
       CASE WHEN n % 3 <> 0 THEN md5('agent memory ' || n)::uuid END,
       (ARRAY['rent', 'streaming', 'summary'])[1 + n % 3],
       timestamptz '2024-08-01 09:15:00+00' + n * interval '10 hours'
  FROM generate_series(1, 30) AS n
 ORDER BY n;

RESET TIME ZONE;
