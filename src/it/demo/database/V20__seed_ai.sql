-- Seed rows: AI features.

-- Days are days of UTC, wherever this is run.
SET TIME ZONE 'UTC';

INSERT INTO topics (parent_id, slug, title)
SELECT t.parent_id, t.slug, t.title
  FROM (VALUES (1,  NULL, 'shopping',           'Shopping'),
               (2,  NULL, 'money',              'Money'),
               (3,  NULL, 'work',               'Work'),
               (4,  1,    'gifts',              'Gifts'),
               (5,  1,    'returns',            'Returns'),
               (6,  1,    'home',               'Home'),
               (7,  2,    'savings',            'Savings'),
               (8,  2,    'invoices',           'Invoices'),
               (9,  2,    'taxes',              'Taxes'),
               (10, 3,    'projects',           'Projects'),
               (11, 10,   'projects-overdue',   'Overdue projects'),
               (12, 6,    'home-kitchen',       'Kitchen')) AS t (n, parent_id, slug, title)
 ORDER BY t.n;

-- Memory

INSERT INTO memory_entries (id, user_id, organization_id, topic_id, title, content, metadata, created_at, updated_at)
SELECT md5('memory ' || n)::uuid, u.id, CASE WHEN n % 3 = 0 THEN u.organization_id END, 1 + n % 12,
       (ARRAY['Prefers tea over coffee', 'Pays invoices on Fridays', 'Wants shorter answers',
              'Collects blue notebooks', 'Ships to the office'])[1 + n % 5],
       format('Said so in conversation %s and again a week later.', n),
       jsonb_build_object('confidence', (50 + n % 50) / 100.0),
       timestamptz '2024-04-01 07:00:00+00' + n * interval '29 hours',
       timestamptz '2024-04-01 07:00:00+00' + n * interval '29 hours'
  FROM generate_series(1, 60) AS n
  JOIN users AS u ON u.id = md5('user ' || 1 + (n - 1) % 40)::uuid;

INSERT INTO memory_access_patterns (memory_id, user_id, accessed_at, access_kind)
SELECT md5('memory ' || 1 + (n - 1) % 60)::uuid, md5('user ' || 1 + (n - 1) % 40)::uuid,
       timestamptz '2024-07-01 07:00:00+00' + n * interval '11 hours',
       (ARRAY['read', 'search', 'read', 'export'])[1 + n % 4]
  FROM generate_series(1, 180) AS n
 ORDER BY n;

-- Search

INSERT INTO search_history (user_id, query, result_count, searched_at)
SELECT md5('user ' || 1 + n * 3 % 40)::uuid,
       (ARRAY['blue teapot', 'open invoices', 'gift for a reader', 'lamp under 50', 'Overdue projects'])[1 + n % 5],
       n * 7 % 23,
       timestamptz '2024-06-15 18:00:00+00' + n * interval '13 hours'
  FROM generate_series(1, 90) AS n
 ORDER BY n;

INSERT INTO query_classifications (search_id, topic_id, intent, confidence)
SELECT id, (ARRAY[12, 8, 4, 6, 11])[1 + id % 5],
       (ARRAY['buy', 'pay', 'buy', 'buy', 'plan'])[1 + id % 5],
       60 + id * 3 % 40
  FROM search_history
 ORDER BY id;

INSERT INTO memory_search_analytics (search_id, best_memory_id, similarity, latency_ms)
SELECT id, CASE WHEN id % 4 <> 0 THEN md5('memory ' || 1 + id % 60)::uuid END,
       (40 + id * 7 % 60) / 100.0, 3 + id * 11 % 50
  FROM search_history
 WHERE id <= 60
 ORDER BY id;

-- Calls to models

INSERT INTO ai_usage_logs (id, provider, user_id, organization_id, vendor_key_id, model,
                           input_tokens, output_tokens, cost, created_at)
SELECT md5('model call ' || n)::uuid, c.provider, u.id, u.organization_id,
       CASE WHEN c.provider = 'hal' THEN md5('vendor key ' || 1 + n % 8)::uuid END,
       c.provider || '-' || 1 + n % 2,
       100 + n * 53 % 900, 20 + n * 31 % 400, (100 + n * 53 % 900) * 0.000003,
       timestamptz '2024-06-01 00:30:00+00' + n * interval '7 hours'
  FROM generate_series(1, 200) AS n
 CROSS JOIN LATERAL (
   SELECT (ARRAY['hal', 'hal', 'deep_thought', 'hal', 'multivac', 'in_house'])[1 + n % 6]::ai_provider) AS c (provider)
  JOIN users AS u ON u.id = md5('user ' || 1 + n * 11 % 40)::uuid;

INSERT INTO ai_response_cache (cache_key, provider, topic_id, response, hits, expires_at)
SELECT md5('prompt ' || n), (ARRAY['hal', 'in_house'])[1 + n % 2]::ai_provider, 1 + n % 12,
       jsonb_build_object('text', format('Answer number %s.', n), 'tokens', 4), n * 5 % 17,
       timestamptz '2024-12-01 00:00:00+00' + n * interval '1 day'
  FROM generate_series(1, 25) AS n;

-- Conversations of six messages, in turns

INSERT INTO chat_conversations (id, user_id, organization_id, topic_id, title, started_at)
SELECT md5('conversation ' || n)::uuid, u.id, u.organization_id, 1 + n % 12,
       (ARRAY['Where is my order?', 'A present for June', 'Last month''s invoices'])[1 + n % 3],
       timestamptz '2024-08-01 09:00:00+00' + n * interval '10 hours'
  FROM generate_series(1, 30) AS n
  JOIN users AS u ON u.id = md5('user ' || n)::uuid;

INSERT INTO chat_messages (conversation_id, author, user_id, reply_to, body, created_at)
SELECT md5('conversation ' || c)::uuid,
       (CASE WHEN turn % 2 = 1 THEN 'user' ELSE 'assistant' END)::message_author,
       CASE WHEN turn % 2 = 1 THEN md5('user ' || c)::uuid END,
       CASE WHEN turn > 1 THEN (c - 1) * 6 + turn - 1 END,
       (ARRAY['Hello.', 'How can I help?', 'Please have a look.',
              'I am looking.', 'Thank you!', 'You are welcome.'])[turn],
       timestamptz '2024-08-01 09:00:00+00' + c * interval '10 hours' + turn * interval '40 seconds'
  FROM generate_series(1, 30) AS c
 CROSS JOIN generate_series(1, 6) AS turn
 ORDER BY c, turn;

-- Imports and insights

INSERT INTO imported_data (batch_number, organization_id, imported_by, "sourceFile", "rowNumber", "Raw Row",
                           imported_at)
SELECT b.batch, md5('organization ' || b.batch)::uuid, b.batch, format('stock-list-%s.csv', b.batch), n,
       jsonb_build_object('Sku', to_char(n, 'FM"TEA-"0000'), 'Stock', n * 13 % 40),
       timestamptz '2024-05-05 05:05:00+00' + b.batch * interval '1 day'
  FROM (SELECT nextval('import_batch_seq') AS batch FROM generate_series(1, 3)) AS b
 CROSS JOIN generate_series(1, 20) AS n
 ORDER BY b.batch, n;

INSERT INTO recommendations (user_id, topic_id, headline, score, weight, valid_until, created_at)
SELECT md5('user ' || 1 + (n - 1) % 40)::uuid, 1 + n % 12,
       (ARRAY['Buy the larger one', 'Pay this invoice early',
              'Set a little aside', 'Return it before Friday'])[1 + n % 4],
       20 + n * 17 % 80, 0.5 + n % 5,
       date '2024-10-01' + n,
       timestamptz '2024-09-01 05:00:00+00' + n * interval '2 hours'
  FROM generate_series(1, 80) AS n
 ORDER BY n;

INSERT INTO ai_recommendations (id, recommendation_id, product_id, usage_log_id, usage_provider, explanation, accepted)
SELECT md5('ai recommendation ' || r.id)::uuid, r.id, 1 + r.id % 50, l.id, l.provider,
       'People with similar orders liked it.',
       CASE r.id % 3 WHEN 0 THEN true WHEN 1 THEN false END
  FROM recommendations AS r
  JOIN ai_usage_logs AS l ON l.id = md5('model call ' || r.id)::uuid
 WHERE r.id <= 60;

INSERT INTO pricing_insights (product_id, recommendation_id, price_band, applies)
SELECT p.id, CASE WHEN p.id <= 20 THEN p.id END, numrange(round(p.price * 0.9, 2), round(p.price * 1.1, 2)),
       daterange(date '2024-01-01' + half * 182, date '2024-01-01' + (half + 1) * 182)
  FROM products AS p
 CROSS JOIN generate_series(0, 1) AS half
 WHERE p.variant_of IS NULL
 ORDER BY p.id, half;

RESET TIME ZONE;
