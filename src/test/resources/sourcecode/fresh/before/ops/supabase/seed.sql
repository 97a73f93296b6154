-- seeds for orders and users
insert into users (id, email) values (1, 'select from users');
INSERT INTO public.orders (id, users) VALUES
  (1, 1),
  (2, (SELECT id FROM users LIMIT 1));
COPY products (id, name) FROM stdin;
1	orders
2	select from users
\.
COPY public.topics FROM '/tmp/topics.csv' WITH (FORMAT csv);
select setval('orders_id_seq', (select max(id) from orders));
ALTER TABLE orders DISABLE TRIGGER ALL;
TRUNCATE sessions, public.notifications RESTART IDENTITY;
CREATE OR REPLACE FUNCTION audit.f(o orders) RETURNS SETOF users LANGUAGE plpgsql AS $$
DECLARE
  r users%ROWTYPE;
  n public.orders.id%TYPE;
BEGIN
  FOR r IN SELECT * FROM users WHERE users.id = o.users LOOP
    RETURN NEXT r;
  END LOOP;
  IF EXISTS (SELECT 1 FROM sessions) THEN RAISE NOTICE 'deleted from sessions'; END IF;
  INSERT INTO search_history SELECT * FROM topics ON CONFLICT DO NOTHING;
  PERFORM place_order(1);
  EXECUTE 'UPDATE orders SET users = $1' USING 1;
END $$;
CREATE POLICY orders ON orders FOR SELECT USING (auth.uid() = users AND EXISTS (SELECT 1 FROM profiles p WHERE p.id = orders.users));
CREATE TRIGGER users AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION place_order();
GRANT SELECT ON orders, public.users TO anon;
GRANT EXECUTE ON FUNCTION place_order(bigint) TO authenticated;
COMMENT ON TABLE orders IS 'select from users';
COMMENT ON COLUMN orders.users IS 'orders';
CREATE INDEX orders_idx ON orders (users);
CREATE VIEW audit.v AS SELECT o.*, users.email FROM orders o, users WHERE users.id = o.users;
SELECT 'public.orders'::regclass, to_regclass('users');
ALTER PUBLICATION supabase_realtime ADD TABLE orders, notifications;
MERGE INTO products p USING order_items i ON p.id = i.id WHEN MATCHED THEN DO NOTHING;
SELECT * FROM ONLY orders TABLESAMPLE SYSTEM (1);
SELECT users, orders FROM audit.orders users JOIN archive.users orders USING (id);
DO $do$ BEGIN DELETE FROM topics; END $do$;
