-- from 15
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pg_read_server_files') THEN
        RAISE EXCEPTION 'the roles of these grants are those that each server has';
    END IF;
END $$;

CREATE TABLE orders (id int PRIMARY KEY, "Order ""No""" text, dropped int, total numeric GENERATED ALWAYS AS (id * 2) STORED);
ALTER TABLE orders DROP COLUMN dropped;
GRANT SELECT, INSERT ON orders TO pg_monitor;
GRANT UPDATE ON orders TO pg_monitor WITH GRANT OPTION;
GRANT SELECT ON orders TO PUBLIC;

-- Some of its columns alone: a view with its owner's rights.
CREATE TABLE customers (id int PRIMARY KEY, name text, secret text);
GRANT SELECT (id, name) ON customers TO pg_read_server_files;
GRANT UPDATE (name) ON customers TO pg_read_server_files WITH GRANT OPTION;

-- Row security: a view with the rights of its reader.
CREATE TABLE invoices (id int PRIMARY KEY, customer text);
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON invoices TO pg_monitor;

CREATE TABLE events (id int) PARTITION BY LIST (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1);
CREATE TABLE events_2 PARTITION OF events FOR VALUES IN (2);

CREATE VIEW totals AS SELECT sum(total) AS total FROM orders;
CREATE MATERIALIZED VIEW stored AS SELECT id FROM orders;
CREATE TABLE left_alone (id int);

-- Whatever default privileges give, a view has what its table has.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO pg_write_server_files;
