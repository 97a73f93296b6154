-- Publications.

-- What the warehouse follows
CREATE PUBLICATION warehouse_feed FOR TABLE orders, order_items, products, countries;

-- What the data lake follows: everything in the schema, also tables to come.  PostgreSQL 15 and later.
DO $$
BEGIN
  IF current_setting('server_version_num')::integer >= 150000 THEN
    EXECUTE 'CREATE PUBLICATION data_lake_feed FOR TABLES IN SCHEMA public WITH (publish_via_partition_root = true)';
  END IF;
END
$$;
