-- orders of users, in prose: select from orders
/* FROM users */
WITH topics AS (SELECT 1 AS id)
SELECT o.id, users.email, 'FROM orders' AS text
FROM
  ecommerce.orders o,
  ecommerce.products p, ecommerce.order_items
  LEFT JOIN saas_platform."users" ON users.id = o.user_id
  JOIN topics ON true
WHERE o.state = ANY (ARRAY['orders', 'users'])
  AND ecommerce.orders.total > 0
  AND EXISTS (SELECT 1 FROM auth.users u WHERE u.id = o.user_id);

TRUNCATE ecommerce.orders, ecommerce.order_items, kept CASCADE;
SELECT nextval('orders_id_seq'), 'ecommerce.orders'::regclass, ecommerce.place_order(1), ecommerce.place_order(2);
SELECT * FROM saas_platform."Order Items" JOIN saas_platform."Order Items" x USING (id);
SELECT * FROM ecommerce.say_bills, archive.orders;
COPY ecommerce.orders (id, name) FROM stdin;
1	users
2	FROM orders
\.
\echo orders
DO $$
DECLARE
  r ecommerce.orders%ROWTYPE;
BEGIN
  SELECT * INTO r FROM ecommerce.orders LIMIT 1;
  EXECUTE 'DELETE FROM ecommerce.order_items WHERE order_id = $1' USING r.id;
END $$;
GRANT SELECT ON ecommerce.orders TO web;
ALTER TABLE ecommerce.orders ADD COLUMN users text;
COMMENT ON TABLE ecommerce.orders IS 'the orders of users';
