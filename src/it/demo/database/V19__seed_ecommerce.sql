-- Seed rows: the shop.

-- Days are days of UTC, wherever this is run.
SET TIME ZONE 'UTC';

INSERT INTO products (sku, seller_id, name, description, status, price, origin_country, tags, attributes,
                      created_at, updated_at)
SELECT p.prefix || '-' || to_char(n, 'FM0000'),
       md5('organization ' || 1 + (n - 1) % 8)::uuid,
       p.adjective || ' ' || p.noun,
       format('A %s %s, made to last.', lower(p.adjective), lower(p.noun)),
       (CASE WHEN n % 25 = 0 THEN 'discontinued' WHEN n % 24 = 0 THEN 'draft' ELSE 'active' END)::product_status,
       5.90 + n * 37 % 200,
       (ARRAY['DE', 'NL', 'SE', 'FR', 'IT'])[1 + n % 5],
       CASE WHEN n % 6 = 0 THEN ARRAY['featured', 'gift'] WHEN n % 5 = 0 THEN ARRAY['gift'] ELSE '{}' END,
       jsonb_build_object('weight_g', 100 + n * 45, 'colour', lower(p.adjective)),
       timestamptz '2023-12-01 09:00:00+00' + n * interval '6 hours',
       timestamptz '2023-12-01 09:00:00+00' + n * interval '6 hours'
  FROM generate_series(1, 50) AS n
 CROSS JOIN LATERAL (
   SELECT (ARRAY['Amber', 'Blue', 'Copper', 'Dusky', 'Emerald',
                 'Frosted', 'Golden', 'Hazel', 'Indigo', 'Jade'])[1 + (n - 1) % 10],
          (ARRAY['Teapot', 'Notebook', 'Lamp', 'Backpack', 'Speaker'])[1 + (n - 1) / 10],
          (ARRAY['TEA', 'NOT', 'LAM', 'BAC', 'SPE'])[1 + (n - 1) / 10]) AS p (adjective, noun, prefix)
 ORDER BY n;

INSERT INTO products (sku, seller_id, variant_of, name, description, status, price, origin_country,
                      created_at, updated_at)
SELECT replace(sku, '-0', '-9'), seller_id, id, name || ', large', description, status, round(price * 1.25, 2),
       origin_country, created_at + interval '30 days', created_at + interval '30 days'
  FROM products
 WHERE id <= 10
 ORDER BY id;

INSERT INTO product_embeddings (product_id, model, embedding, created_at)
SELECT id, 'tiny-embedder-1',
       ARRAY[id / 100.0, (id * 7 % 100) / 100.0, (id * 13 % 100) / 100.0, (id * 29 % 100) / 100.0]::real[],
       timestamptz '2024-01-05 04:00:00+00'
  FROM products
 WHERE id <= 40;

-- Orders, each with one to four lines: the totals agree with the lines from the start.

WITH lines AS (
  SELECT n, line, p.id AS product_id, 1 + (n + line) % 3 AS quantity, p.price
    FROM generate_series(1, 120) AS n
   CROSS JOIN LATERAL generate_series(1, 1 + n % 4) AS line
    JOIN products AS p ON p.id = 1 + (n * 3 + line * 7) % 50
),
new_orders AS (
  INSERT INTO orders (user_id, organization_id, status, total, shipping_address,
                      placed_at, created_at, updated_at)
  SELECT u.id, u.organization_id, o.status, o.total,
         CASE WHEN o.n % 5 <> 0
              THEN ROW(o.n || ' Example Street', (ARRAY['Northport', 'Eastwick', 'Southmere'])[1 + o.n % 3],
                       to_char(o.n * 97, 'FM00000'), 'DE')::postal_address END,
         CASE WHEN o.status <> 'draft' THEN o.created_at + interval '20 minutes' END,
         o.created_at, o.created_at + interval '20 minutes'
    FROM (SELECT n, sum(quantity * price) AS total,
                 (ARRAY['draft', 'placed', 'paid', 'shipped',
                        'delivered', 'delivered', 'cancelled'])[1 + n % 7]::order_status AS status,
                 timestamptz '2024-01-03 10:00:00+00' + n * interval '53 hours' AS created_at
            FROM lines
           GROUP BY n) AS o
    JOIN users AS u ON u.id = md5('user ' || 1 + o.n * 7 % 40)::uuid
   ORDER BY o.n
  RETURNING id, order_number
)
INSERT INTO order_items (order_id, line_number, product_id, quantity, unit_price)
SELECT o.id, l.line, l.product_id, l.quantity, l.price
  FROM lines AS l
  JOIN new_orders AS o ON o.order_number = 'SO-' || 100000 + l.n
 ORDER BY o.id, l.line;

-- Payment providers

INSERT INTO stripe_connect_accounts (id, organization_id, contact_id, country_code,
                                     charges_enabled, payouts_enabled, created_at)
SELECT 'acct_' || left(md5('account of ' || slug), 12), id, owner_id, country_code, true, tier_code <> 'free',
       created_at + interval '7 days'
  FROM organizations;

INSERT INTO subscriptions (id, user_id, organization_id, tier_code, status, period, updated_at)
SELECT md5('subscription ' || n)::uuid, u.id, u.organization_id, u.tier_code,
       (ARRAY['active', 'active', 'past_due', 'trialing'])[1 + n % 4]::subscription_status,
       tstzrange(timestamptz '2024-03-01 00:00:00+00' + n * interval '1 day', timestamptz '2025-03-01 00:00:00+00'),
       timestamptz '2024-03-01 00:00:00+00' + n * interval '1 day'
  FROM generate_series(1, 40) AS n
  JOIN users AS u ON u.id = md5('user ' || n)::uuid
 WHERE u.tier_code <> 'free';

INSERT INTO subscriptions (id, user_id, tier_code, status, period, updated_at)
SELECT md5('cancelled subscription ' || n)::uuid, md5('user ' || n)::uuid, 'pioneer', 'cancelled',
       tstzrange('2024-01-01 00:00:00+00', '2024-06-01 00:00:00+00'), timestamptz '2024-03-01 00:00:00+00'
  FROM generate_series(1, 10) AS n;

INSERT INTO virtual_cards (id, user_id, account_id, last_four, spending_limit, expires_on, frozen_at)
SELECT md5('card ' || n)::uuid, md5('user ' || n)::uuid, a.id, to_char(n * 411, 'FM0000'), 250 * (1 + n % 4),
       date '2027-01-31' + n * 30,
       CASE WHEN n % 9 = 0 THEN timestamptz '2024-08-08 08:08:00+00' END
  FROM generate_series(1, 20) AS n
  JOIN stripe_connect_accounts AS a ON a.organization_id = md5('organization ' || 1 + (n - 1) % 8)::uuid;

-- Payments: of orders, of subscriptions

INSERT INTO user_payments (id, user_id, order_id, card_id, status, amount, currency, created_at, updated_at)
SELECT md5('payment of order ' || o.id)::uuid, o.user_id, o.id, c.id,
       (CASE o.status WHEN 'cancelled' THEN 'refunded'
                      WHEN 'placed' THEN 'authorized'
                      ELSE 'captured' END)::payment_status,
       o.total, o.currency, o.placed_at + interval '5 minutes', o.placed_at + interval '15 minutes'
  FROM orders AS o
  LEFT JOIN virtual_cards AS c ON c.user_id = o.user_id
 WHERE o.placed_at IS NOT NULL
 ORDER BY o.id;

INSERT INTO user_payments (id, user_id, subscription_id, status, amount, created_at, updated_at)
SELECT md5('payment of subscription ' || s.id)::uuid, s.user_id, s.id,
       (CASE WHEN s.status = 'past_due' THEN 'failed' ELSE 'captured' END)::payment_status,
       t.monthly_price, lower(s.period), lower(s.period)
  FROM subscriptions AS s
  JOIN user_tiers AS t ON t.code = s.tier_code
 WHERE s.status <> 'trialing'
 ORDER BY lower(s.period), s.id;

INSERT INTO payment_items (payment_id, currency, order_id, line_number, amount)
SELECT p.id, p.currency, i.order_id, i.line_number, coalesce(i.line_total, p.amount)
  FROM user_payments AS p
  LEFT JOIN order_items AS i ON i.order_id = p.order_id
 ORDER BY p.reference, i.line_number;

INSERT INTO payment_audit (payment_id, old_status, new_status, changed_by, changed_at)
SELECT p.id, s.old_status, s.new_status, CASE WHEN s.n = 1 THEN p.user_id END, p.created_at + s.n * interval '1 minute'
  FROM user_payments AS p
 CROSS JOIN LATERAL (VALUES (1, NULL::payment_status, 'pending'::payment_status),
                            (2, 'pending', p.status)) AS s (n, old_status, new_status)
 ORDER BY p.reference, s.n;

INSERT INTO marketplace_transactions (id, order_id, line_number, buyer_id, seller_account, gross, fee_rate, settled_at)
SELECT md5(format('transaction %s/%s', i.order_id, i.line_number))::uuid, i.order_id, i.line_number, o.user_id, a.id,
       i.line_total, CASE WHEN i.line_total > 300 THEN 3.5 ELSE 5 END, o.placed_at + interval '14 days'
  FROM order_items AS i
  JOIN orders AS o ON o.id = i.order_id
  JOIN products AS p ON p.id = i.product_id
  JOIN stripe_connect_accounts AS a ON a.organization_id = p.seller_id
 WHERE o.status IN ('shipped', 'delivered');

-- The Say payment system: its transfers follow with the beneficiaries

INSERT INTO say_orders (order_id, user_id, say_reference, requested_at)
SELECT id, user_id, 'SAY' || to_char(id, 'FM000000'), placed_at
  FROM orders
 WHERE status = 'delivered'
 ORDER BY id;

INSERT INTO say_bills (say_order_id, amount, due_on, paid_at)
SELECT s.id, round(o.total / 2, 2), (o.placed_at AT TIME ZONE 'UTC')::date + part * 30,
       CASE WHEN part = 1 THEN o.placed_at + interval '28 days' END
  FROM say_orders AS s
  JOIN orders AS o ON o.id = s.order_id
 CROSS JOIN generate_series(1, 2) AS part
 ORDER BY s.id, part;

RESET TIME ZONE;
