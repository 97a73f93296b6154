-- What the README's access and policies name.
DO $$
DECLARE role name;
BEGIN
  FOREACH role IN ARRAY ARRAY['app_owner', 'authenticated', 'service_role'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
      EXECUTE format('CREATE ROLE %I', role);
    END IF;
  END LOOP;
END
$$;
CREATE SCHEMA auth;
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT NULL::uuid';
CREATE SCHEMA ecommerce;
GRANT USAGE ON SCHEMA ecommerce TO authenticated, service_role;
CREATE FUNCTION ecommerce.tenant() RETURNS int LANGUAGE sql STABLE AS 'SELECT 7';
CREATE TABLE orders (id serial PRIMARY KEY, user_id uuid, tenant_id int);
CREATE POLICY "Everybody" ON orders USING (true);
GRANT ALL ON orders TO PUBLIC;
