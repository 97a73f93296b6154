-- Indexes, and statistics on columns that belong together.

-- Foreign keys and time
CREATE INDEX users_organization_idx ON users (organization_id);
CREATE INDEX user_sessions_user_idx ON user_sessions (user_id, started_at DESC);
CREATE INDEX orders_user_idx ON orders (user_id, placed_at DESC NULLS LAST);
CREATE INDEX order_items_product_idx ON order_items (product_id) INCLUDE (quantity, unit_price);
CREATE INDEX user_payments_order_idx ON user_payments (order_id);
CREATE INDEX chat_messages_conversation_idx ON chat_messages (conversation_id, created_at);
CREATE INDEX memory_access_patterns_memory_idx ON memory_access_patterns (memory_id);
CREATE INDEX company_usage_logs_organization_idx ON company_usage_logs (organization_id, occurred_at);
CREATE INDEX ai_usage_logs_user_idx ON ai_usage_logs (user_id, created_at);
CREATE INDEX webhook_logs_created_brin ON webhook_logs USING brin (created_at);
CREATE INDEX audit_log_table_idx ON audit_log (table_schema, table_name, occurred_at);
CREATE INDEX ai_response_cache_key_hash ON ai_response_cache USING hash (cache_key);

-- Only the rows that matter
CREATE UNIQUE INDEX users_email_key ON users (email) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX vendor_api_keys_active_key ON vendor_api_keys (organization_id, vendor) WHERE is_active;
CREATE INDEX user_sessions_open_idx ON user_sessions (user_id) WHERE revoked_at IS NULL;
CREATE INDEX notifications_unread_idx ON notifications (user_id, created_at) WHERE read_at IS NULL;
CREATE INDEX say_bills_unpaid_idx ON say_bills (due_on) WHERE paid_at IS NULL;

-- Expressions
CREATE UNIQUE INDEX organizations_name_key ON organizations (normalize_label(name));
CREATE INDEX products_name_idx ON products (normalize_label(name));
CREATE INDEX search_history_query_idx ON search_history (lower(query));
CREATE INDEX orders_city_idx ON orders (((shipping_address).city)) WHERE shipping_address IS NOT NULL;
CREATE INDEX business_profiles_name_idx ON business_profiles (upper(legal_name) text_pattern_ops);

-- Full text, trigrams, documents, arrays, ranges
CREATE INDEX products_search_idx ON products USING gin (search_vector);
CREATE INDEX products_name_trgm ON products USING gin (name gin_trgm_ops);
CREATE INDEX products_tags_idx ON products USING gin (tags);
CREATE INDEX memory_entries_search_idx ON memory_entries USING gin (search_vector);
CREATE INDEX webhook_logs_payload_idx ON webhook_logs USING gin (payload jsonb_path_ops);
CREATE INDEX company_projects_running_idx ON company_projects USING gist (organization_id, running);

-- One value a metric and period, also where there is no project: PostgreSQL 15 and later can say so directly.
DO $$
DECLARE
  later boolean := current_setting('server_version_num')::integer >= 150000;
BEGIN
  EXECUTE format(
    'CREATE UNIQUE INDEX business_financial_insights_key'
      ' ON business_financial_insights (organization_id, %s, metric, period) %s',
    CASE WHEN later THEN 'project_id' ELSE 'coalesce(project_id, 0)' END,
    CASE WHEN later THEN 'NULLS NOT DISTINCT' ELSE '' END);
END
$$;

ALTER TABLE orders CLUSTER ON orders_user_idx;

-- Statistics
CREATE STATISTICS orders_status_placed (dependencies, ndistinct) ON status, currency, organization_id FROM orders;
CREATE STATISTICS company_endpoints_path (mcv) ON method, path FROM company_endpoints;
CREATE STATISTICS edoc_transactions_amounts (ndistinct, mcv) ON currency, booked_on FROM edoc_transactions;

ALTER TABLE orders ALTER COLUMN status SET STATISTICS 500;
ALTER TABLE products ALTER COLUMN tags SET STATISTICS 200;
