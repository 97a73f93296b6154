-- Views, views on views, a view that takes INSERTs, a materialized view.

-- Three views, each on the one before. All their tables belong to the shop.

CREATE VIEW active_products AS
  SELECT id, sku, seller_id, name, description, price, currency, tags
    FROM products
   WHERE status = 'active' AND variant_of IS NULL
  WITH LOCAL CHECK OPTION;

CREATE VIEW product_catalogue WITH (security_barrier = true) AS
  SELECT p.*,
         e.model AS embedding_model,
         (SELECT count(*) FROM products AS v WHERE v.variant_of = p.id) AS variant_count
    FROM active_products AS p
    LEFT JOIN product_embeddings AS e ON e.product_id = p.id;

CREATE VIEW featured_products AS
  SELECT sku, name, price, currency, variant_count
    FROM product_catalogue
   WHERE tags @> ARRAY['featured'];

-- Views over tables of several business lines

CREATE VIEW order_details AS
  SELECT o.order_number, o.status, o.placed_at, u.display_name AS customer,
         i.line_number, product_label(p) AS product, i.quantity, i.line_total, o.currency
    FROM orders AS o
    JOIN users AS u ON u.id = o.user_id
    JOIN order_items AS i ON i.order_id = o.id
    JOIN products AS p ON p.id = i.product_id;

CREATE VIEW customer_overview AS
  SELECT u.id, u.email, r.full_name, t.name AS tier,
         count(o.id) AS order_count, customer_lifetime_value(u.id) AS lifetime_value
    FROM users AS u
    JOIN profiles AS r ON r.user_id = u.id
    JOIN user_tiers AS t ON t.code = u.tier_code
    LEFT JOIN orders AS o ON o.user_id = u.id
   GROUP BY u.id, r.user_id, t.code;

CREATE VIEW organization_risk AS
  SELECT c.id, c.name, b.legal_name, round(avg(k.score), 1) AS average_score,
         risk_band(max(k.score)::percentage) AS worst_band
    FROM organizations AS c
    JOIN business_profiles AS b ON b.organization_id = c.id
    JOIN users AS u ON u.organization_id = c.id
    JOIN risk_analysis AS k ON k.user_id = u.id
   GROUP BY c.id, b.organization_id;

CREATE VIEW my_orders AS
  SELECT id, order_number, status, total, currency, placed_at
    FROM orders
   WHERE user_id = auth.uid();

-- Read with the rights of whoever asks: PostgreSQL 15 and later.
DO $$
BEGIN
  IF current_setting('server_version_num')::integer >= 150000 THEN
    ALTER VIEW my_orders SET (security_invoker = true);
    ALTER VIEW order_details SET (security_invoker = true);
  END IF;
END
$$;

-- What the old newsletter form still writes to

CREATE VIEW newsletter_readers AS
  SELECT username, email, country_code
    FROM simple_users
   WHERE is_active;

CREATE RULE newsletter_readers_insert AS ON INSERT TO newsletter_readers
  DO INSTEAD INSERT INTO simple_users (username, email, country_code)
             VALUES (NEW.username, NEW.email, NEW.country_code);

-- Figures of the shop, refreshed by refresh_product_sales()

CREATE MATERIALIZED VIEW product_sales AS
  SELECT p.id AS product_id, p.sku, normalize_label(p.name) AS label,
         coalesce(sum(i.quantity), 0) AS units, coalesce(sum(i.line_total), 0) AS revenue
    FROM products AS p
    LEFT JOIN order_items AS i ON i.product_id = p.id
   GROUP BY p.id;

CREATE UNIQUE INDEX product_sales_key ON product_sales (product_id);
CREATE INDEX product_sales_revenue_idx ON product_sales (revenue DESC);
