-- migrated by a plain owner
-- |source: "public"
-- |unmapped: keep
-- |compatibility: none
-- |routineBodies: report
-- |schemas:
-- |  "crm":
-- |    tables:
-- |      - "a"
ALTER SCHEMA public OWNER TO hostile_owner;
DO $$BEGIN
  EXECUTE format('GRANT CREATE ON DATABASE %I TO hostile_owner', current_database());
  EXECUTE format('ALTER ROLE hostile_owner IN DATABASE %I SET default_transaction_read_only = on', current_database());
END$$;
SET SESSION AUTHORIZATION hostile_owner;
CREATE TABLE public.a (id integer PRIMARY KEY);
