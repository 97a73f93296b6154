-- mapping.yml:2:3 shop
CREATE SCHEMA shop AUTHORIZATION postgres;
-- everybody may use table public.tickets
GRANT USAGE ON SCHEMA support TO PUBLIC;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA shop GRANT USAGE ON SEQUENCES TO golden_default_reader;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA shop GRANT USAGE ON TYPES TO golden_default_reader;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA shop GRANT EXECUTE ON ROUTINES TO golden_default_reader;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA shop GRANT SELECT ON TABLES TO golden_default_reader;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA shop GRANT SELECT ON TABLES TO "golden Default ""Writer""";
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA shop GRANT INSERT, UPDATE ON TABLES TO "golden Default ""Writer""" WITH GRANT OPTION;
-- default privileges of role postgres in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA shop GRANT SELECT ON TABLES TO PUBLIC;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support GRANT USAGE ON SEQUENCES TO golden_default_reader;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support GRANT USAGE ON TYPES TO golden_default_reader;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support GRANT EXECUTE ON ROUTINES TO golden_default_reader;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support GRANT SELECT ON TABLES TO "golden Default ""Writer""";
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support GRANT UPDATE ON TABLES TO "golden Default ""Writer""" WITH GRANT OPTION;
-- default privileges of role golden_default_maker in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support GRANT INSERT ON TABLES TO "golden Default ""Writer""" WITH GRANT OPTION;
-- default privileges of role postgres in schema public
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA support GRANT SELECT ON TABLES TO PUBLIC;
-- mapping.yml:3:14 orders
ALTER TABLE public.orders SET SCHEMA shop;
-- mapping.yml:5:14 tickets
ALTER TABLE public.tickets SET SCHEMA support;
