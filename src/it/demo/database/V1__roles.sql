-- Roles.
-- Roles belong to the cluster, not to the database: this file may run any number of times in one cluster.

DO $$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT role.name, role.options
      FROM (VALUES ('app_owner',     'NOLOGIN'),
                   ('anon',          'NOLOGIN NOINHERIT'),
                   ('authenticated', 'NOLOGIN NOINHERIT'),
                   ('service_role',  'NOLOGIN NOINHERIT BYPASSRLS'),
                   ('data_steward',  'NOLOGIN'),
                   ('reporting',     'NOLOGIN')) AS role (name, options)
  LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted.name);
    BEGIN
      EXECUTE format('CREATE ROLE %I %s', wanted.name, wanted.options);
    EXCEPTION
      -- Another database of this cluster is being loaded at the same moment.
      WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
  -- In this database alone: a setting for all of them would reach other applications of the cluster.
  EXECUTE format('ALTER ROLE reporting IN DATABASE %I SET search_path = public', current_database());
END
$$;
