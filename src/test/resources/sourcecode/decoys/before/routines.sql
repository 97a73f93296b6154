CREATE FUNCTION audit.b(users int) RETURNS TABLE (orders int, topics text) LANGUAGE plpgsql AS $fn$
<<orders>>
DECLARE
  products int;
BEGIN
  WITH users AS (SELECT 1 AS id) SELECT id INTO products FROM users;
  RAISE NOTICE 'select from users where orders = %', products;
  PERFORM pg_notify('orders', 'users');
  RETURN QUERY SELECT sessions.id, 'users' FROM audit.sessions;
END orders;
$fn$;
COMMENT ON FUNCTION audit.b(int) IS 'create function f() as $$ select * from users $$ language sql';
SELECT plan(1), lives_ok('SELECT 1', 'delete from users where id = 1'), finish();
