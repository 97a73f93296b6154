CREATE ROLE golden_default_maker;
CREATE ROLE golden_default_reader;
CREATE ROLE "golden Default ""Writer""";
CREATE TABLE orders (id int);
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO "golden Default ""Writer""";
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA public GRANT SELECT ON TABLES TO golden_default_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA public
    GRANT INSERT, UPDATE ON TABLES TO "golden Default ""Writer""" WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA public GRANT USAGE ON SEQUENCES TO golden_default_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA public GRANT EXECUTE ON ROUTINES TO golden_default_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA public GRANT USAGE ON TYPES TO golden_default_reader;
CREATE TABLE tickets (id int);
CREATE SCHEMA support;
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support GRANT INSERT ON TABLES TO "golden Default ""Writer""";
ALTER DEFAULT PRIVILEGES FOR ROLE golden_default_maker IN SCHEMA support GRANT SELECT ON TABLES TO golden_default_reader;
