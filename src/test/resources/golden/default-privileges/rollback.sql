-- mapping.yml:5:14 tickets
ALTER TABLE support.tickets SET SCHEMA public;
-- mapping.yml:3:14 orders
ALTER TABLE shop.orders SET SCHEMA public;
-- default privileges of role postgres in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA support REVOKE SELECT ON TABLES FROM PUBLIC;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support REVOKE GRANT OPTION FOR INSERT ON TABLES FROM "golden Default ""Writer""";
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support REVOKE UPDATE ON TABLES FROM "golden Default ""Writer""";
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support REVOKE SELECT ON TABLES FROM "golden Default ""Writer""";
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support REVOKE EXECUTE ON ROUTINES FROM golden_default_reader;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support REVOKE USAGE ON TYPES FROM golden_default_reader;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support REVOKE USAGE ON SEQUENCES FROM golden_default_reader;
-- default privileges of role postgres in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA shop REVOKE SELECT ON TABLES FROM PUBLIC;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA shop REVOKE INSERT, UPDATE ON TABLES FROM "golden Default ""Writer""";
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA shop REVOKE SELECT ON TABLES FROM "golden Default ""Writer""";
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA shop REVOKE SELECT ON TABLES FROM golden_default_reader;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA shop REVOKE EXECUTE ON ROUTINES FROM golden_default_reader;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA shop REVOKE USAGE ON TYPES FROM golden_default_reader;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA shop REVOKE USAGE ON SEQUENCES FROM golden_default_reader;
-- everybody may use table public.tickets
REVOKE USAGE ON SCHEMA support FROM PUBLIC;
-- mapping.yml:2:3 shop
DROP SCHEMA shop RESTRICT;
