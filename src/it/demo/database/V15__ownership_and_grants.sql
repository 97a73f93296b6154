-- Who owns, who may.

-- Everything in schema public belongs to app_owner, except the members of extensions.

GRANT USAGE, CREATE ON SCHEMA public TO app_owner;

DO $$
DECLARE
  statement text;
BEGIN
  FOR statement IN
    -- Tables, views, materialized views, sequences (those of a column follow their table).
    SELECT format('ALTER %s %s OWNER TO app_owner',
                  CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                                 WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
                  c.oid::regclass)
      FROM pg_catalog.pg_class AS c
     WHERE c.relnamespace = 'public'::regnamespace
       AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i', 'e')
                          AND (c.relkind = 'S' OR d.deptype = 'e'))
    UNION ALL
    SELECT format('ALTER ROUTINE %s OWNER TO app_owner', p.oid::regprocedure)
      FROM pg_catalog.pg_proc AS p
     WHERE p.pronamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                        WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT format('ALTER %s %s OWNER TO app_owner',
                  CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, t.oid::regtype)
      FROM pg_catalog.pg_type AS t
      LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
     WHERE t.typnamespace = 'public'::regnamespace
       AND (t.typtype IN ('d', 'e') OR c.relkind = 'c')
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                        WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
    UNION ALL
    SELECT format('ALTER STATISTICS %I.%I OWNER TO app_owner', s.stxnamespace::regnamespace, s.stxname)
      FROM pg_catalog.pg_statistic_ext AS s
     WHERE s.stxnamespace = 'public'::regnamespace
     ORDER BY 1
  LOOP
    EXECUTE statement;
  END LOOP;
END
$$;

-- The schema

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO anon, authenticated, service_role, data_steward, reporting;

-- The back end may do everything

GRANT ALL ON ALL TABLES IN SCHEMA public TO service_role;
GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO service_role;
REVOKE ALL ON flyway_schema_history, schema_migrations, backup_orders_2023, tmp_import FROM service_role;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_log, payment_audit, vendor_key_audit_log FROM service_role;

-- Visitors look at the shop

GRANT SELECT ON products, active_products, product_catalogue, featured_products, countries, topics TO anon;
GRANT SELECT ON user_tiers TO PUBLIC;

-- People who signed in: row security says which rows

GRANT SELECT ON products, active_products, product_catalogue, featured_products, my_orders, order_details,
                countries, topics, feature_flags, organizations, user_roles, user_sessions, sessions, oauth_sessions,
                company_projects, company_usage_logs, order_items, payment_items, say_orders, say_bills,
                subscriptions, virtual_cards, risk_analysis, edoc_transactions, ai_usage_logs, recommendations
  TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE
  ON notification_settings, api_keys, user_consents, beneficiaries, edoc_consents, memory_entries, search_history,
     chat_conversations, bulk_payments
  TO authenticated;
GRANT SELECT, INSERT ON orders, order_items, chat_messages TO authenticated;
GRANT SELECT, UPDATE (read_at) ON notifications TO authenticated;
GRANT SELECT, UPDATE (display_name, email, updated_at) ON users TO authenticated;
GRANT SELECT, INSERT, UPDATE (handle, given_name, family_name, locale, time_zone) ON profiles TO authenticated;
GRANT SELECT (id, user_id, status, amount, currency, created_at), INSERT (user_id, order_id, amount, currency)
  ON user_payments TO authenticated;

GRANT USAGE ON SEQUENCE order_number_seq, payment_reference_seq TO authenticated;
GRANT SELECT, USAGE ON SEQUENCE say_orders_id_seq TO authenticated;

-- Reports see columns, not people

GRANT SELECT (id, status, currency, total, placed_at) ON orders TO reporting;
GRANT SELECT (order_id, product_id, quantity, line_total) ON order_items TO reporting;
GRANT SELECT (id, sku, name, price, currency) ON products TO reporting;
GRANT SELECT (id, tier_code, organization_id, created_at) ON users TO reporting;
GRANT SELECT ON product_sales TO reporting;

-- The steward of the data may pass on what it may do, and did

GRANT SELECT ON countries, subscriptions, business_financial_insights, pricing_insights
  TO data_steward WITH GRANT OPTION;
GRANT SELECT (id, name, tier_code) ON organizations TO data_steward WITH GRANT OPTION;

SET ROLE data_steward;
GRANT SELECT ON subscriptions, business_financial_insights TO reporting;
GRANT SELECT (id, name) ON organizations TO reporting;
RESET ROLE;

-- Routines

REVOKE EXECUTE ON FUNCTION refund_payment(uuid) FROM PUBLIC;
REVOKE EXECUTE ON PROCEDURE approve_bulk_payment(bigint, uuid), purge_logs(text, timestamptz),
                            archive_orders(timestamptz), refresh_product_sales() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION handle_new_account(), write_audit_log() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refund_payment(uuid) TO service_role;
GRANT EXECUTE ON PROCEDURE approve_bulk_payment(bigint, uuid) TO authenticated, service_role;
GRANT EXECUTE ON PROCEDURE purge_logs(text, timestamptz), refresh_product_sales() TO service_role;
GRANT USAGE ON TYPE postal_address TO reporting;

-- What is made from now on: by whoever migrates, and by app_owner

ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO authenticated;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO service_role;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO authenticated, service_role;
ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA public GRANT SELECT ON TABLES TO anon, authenticated;
ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA public GRANT ALL ON TABLES TO service_role;
ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA public GRANT ALL ON SEQUENCES TO service_role;
ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO service_role;
ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA public GRANT USAGE ON TYPES TO authenticated;
