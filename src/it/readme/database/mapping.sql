-- What the mapping of the README names.
DO $$
DECLARE role name;
BEGIN
  FOREACH role IN ARRAY ARRAY['app_owner', 'authenticated', 'authenticator'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
      EXECUTE format('CREATE ROLE %I', role);
    END IF;
  END LOOP;
END
$$;
GRANT authenticated TO authenticator;
ALTER ROLE authenticator SET pgrst.db_schemas TO 'public, graphql_public';
CREATE TYPE order_status AS ENUM ('new', 'paid');
CREATE TABLE products (id int PRIMARY KEY, name text);
CREATE TABLE orders (id uuid PRIMARY KEY, status order_status DEFAULT 'new');
CREATE TABLE order_items (order_id uuid REFERENCES orders, product_id int REFERENCES products, pieces int);
CREATE TABLE order_notes (order_id uuid REFERENCES orders, note text);
CREATE TABLE payment_events (order_id uuid REFERENCES orders, net numeric);
CREATE VIEW order_totals AS SELECT order_id, sum(net) AS net FROM payment_events GROUP BY order_id;
CREATE FUNCTION place_order(uuid, integer) RETURNS void LANGUAGE sql AS
  'INSERT INTO orders (id) VALUES ($1); INSERT INTO order_items VALUES ($1, $2, 1)';
GRANT SELECT ON products TO PUBLIC;
