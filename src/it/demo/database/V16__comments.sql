-- Comments.

COMMENT ON TABLE organizations IS 'Customers of the platform, sellers in the shop, clients of the bank';
COMMENT ON TABLE users IS 'People; each has an account in auth.users';
COMMENT ON TABLE orders IS 'Orders, from the draft to the delivery';
COMMENT ON TABLE order_items IS 'Lines of orders';
COMMENT ON TABLE products IS 'What is for sale; variants point at the product they vary';
COMMENT ON TABLE beneficiaries IS 'To whom people transfer money';
COMMENT ON TABLE memory_entries IS 'What the assistant keeps in mind for somebody';
COMMENT ON TABLE ai_usage_logs IS 'Calls to models, a partition a provider';
COMMENT ON TABLE company_usage_logs IS 'Calls to the endpoints of organizations, a partition a quarter';
COMMENT ON TABLE backup_orders_2023 IS 'Copy made before the price correction; nobody dares to drop it';

COMMENT ON COLUMN users.email IS 'Unique among people who are not deleted';
COMMENT ON COLUMN orders.total IS 'Kept equal to the sum of the lines by triggers on order_items';
COMMENT ON COLUMN orders.order_number IS 'What the customer sees';
COMMENT ON COLUMN sessions."sessionToken" IS 'Written by the web framework, hence the spelling';
COMMENT ON COLUMN user_payments.reference IS 'Shares its numbers with bulk_payments.reference';
COMMENT ON COLUMN vendor_key_audit_log.id IS 'Shares its numbers with payment_audit.id';
COMMENT ON COLUMN beneficiaries.iban IS 'Checked by its check digits';

COMMENT ON CONSTRAINT subscriptions_one_at_a_time ON subscriptions IS 'Nobody has two subscriptions at the same time';
COMMENT ON CONSTRAINT bulk_payments_four_eyes ON bulk_payments IS 'Nobody approves what they initiated';
COMMENT ON CONSTRAINT organizations_owner_fkey ON organizations IS 'Closes the circle between users and organizations';

COMMENT ON INDEX products_search_idx IS 'Serves the search field of the shop';
COMMENT ON INDEX organizations_name_key IS 'Names that differ in case or blanks only are the same';
COMMENT ON STATISTICS orders_status_placed IS 'Status, currency and organization depend on each other';
COMMENT ON TRIGGER bulk_payment_lines ON bulk_payments IS 'Lines and amount have to agree when the transaction ends';
COMMENT ON RULE payment_audit_is_kept ON payment_audit IS 'History is history';
COMMENT ON POLICY "Nothing for suspended people" ON user_payments IS 'Narrows what the other policies allow';

COMMENT ON FUNCTION place_order(uuid, text, integer) IS 'Orders one product';
COMMENT ON FUNCTION orders_of(uuid) IS 'All orders of a customer';
COMMENT ON FUNCTION orders_of(uuid, timestamptz) IS 'The orders of a customer since then';
COMMENT ON PROCEDURE purge_logs(text, timestamptz) IS 'Deletes old rows of a log';
COMMENT ON AGGREGATE weighted_mean(numeric, numeric) IS 'The mean of values, each with its weight';

COMMENT ON TYPE order_status IS 'In the order in which an order passes through them';
COMMENT ON DOMAIN iban IS 'International bank account number, without blanks';
COMMENT ON SEQUENCE payment_reference_seq IS 'References of user_payments and bulk_payments';
COMMENT ON VIEW featured_products IS 'The shop window';
COMMENT ON MATERIALIZED VIEW product_sales IS 'Refreshed every night';
