-- orders of users, in prose: select from orders
/* FROM users */
WITH topics AS (SELECT 1 AS id)
SELECT o.id, users.email, 'FROM orders' AS text
FROM
  orders o,
  public.products p, order_items
  LEFT JOIN "users" ON users.id = o.user_id
  JOIN topics ON true
WHERE o.state = ANY (ARRAY['orders', 'users'])
  AND public.orders.total > 0
  AND EXISTS (SELECT 1 FROM auth.users u WHERE u.id = o.user_id);

TRUNCATE orders, public.order_items, kept CASCADE;
SELECT nextval('orders_id_seq'), 'public.orders'::regclass, place_order(1), public.place_order(2);
SELECT * FROM "Order Items" JOIN public."Order Items" x USING (id);
SELECT * FROM say_bills, archive.orders;
COPY orders (id, name) FROM stdin;
1	users
2	FROM orders
\.
\echo orders
DO $$
DECLARE
  r orders%ROWTYPE;
BEGIN
  SELECT * INTO r FROM orders LIMIT 1;
  EXECUTE 'DELETE FROM order_items WHERE order_id = $1' USING r.id;
END $$;
GRANT SELECT ON orders TO web;
ALTER TABLE orders ADD COLUMN users text;
COMMENT ON TABLE orders IS 'the orders of users';
