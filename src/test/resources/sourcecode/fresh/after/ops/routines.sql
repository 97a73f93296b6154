CREATE OR REPLACE FUNCTION audit.touch() RETURNS trigger AS '
DECLARE orders int; topics saas_platform.users%ROWTYPE;
BEGIN
  SELECT count(*) INTO orders FROM saas_platform.sessions WHERE name = ''users'';
  RAISE NOTICE ''select from users %'', orders;
  users := 1;
  orders := orders + 1;
  RETURN NEW;
END' LANGUAGE plpgsql;
CREATE FUNCTION audit.b(users int) RETURNS TABLE (orders int, topics text) LANGUAGE plpgsql SECURITY DEFINER AS $fn$
<<orders>>
DECLARE
  c CURSOR FOR SELECT * FROM ecommerce.products;
BEGIN
  WITH users AS (SELECT 1 AS id) SELECT id INTO orders FROM users;
  CREATE TEMP TABLE topics AS SELECT * FROM saas_platform.notifications;
  INSERT INTO topics SELECT * FROM topics;
  RETURN QUERY SELECT users.id, orders.x FROM audit.orders JOIN saas_platform.customer ON true;
  EXECUTE format('SELECT * FROM %I', 'profiles');
  EXECUTE 'DELETE FROM saas_platform.sessions WHERE id = $1' USING users;
  PERFORM pg_notify('orders', 'users');
  orders.x := 1;
END orders;
$fn$;
CREATE FUNCTION audit.py() RETURNS int LANGUAGE plpython3u AS $$
plpy.execute("SELECT * FROM users")
$$;
CREATE FUNCTION audit.s(users int) RETURNS SETOF ecommerce.orders LANGUAGE sql BEGIN ATOMIC SELECT * FROM ecommerce.orders; END;
CREATE FUNCTION audit.js() RETURNS text AS 'users' LANGUAGE c;
CREATE TRIGGER t AFTER INSERT ON saas_platform.users EXECUTE PROCEDURE audit.touch();
COMMENT ON FUNCTION audit.js() IS 'create function as $$ select * from users $$ language sql';
