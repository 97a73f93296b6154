-- Triggers, one of them switched off, and a rule.

-- updated_at
CREATE TRIGGER set_updated_at BEFORE UPDATE ON feature_flags
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON organizations
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON users
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON profiles
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON notification_settings
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON vendor_api_keys
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON company_projects
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON company_services
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON products
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON orders
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON subscriptions
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON user_payments
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON memory_entries
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON beneficiaries
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON bulk_payments
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON business_profiles
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();

-- Audit
CREATE TRIGGER audit AFTER UPDATE OR DELETE ON users
  FOR EACH ROW EXECUTE FUNCTION write_audit_log();
CREATE TRIGGER audit AFTER UPDATE OR DELETE ON orders
  FOR EACH ROW EXECUTE FUNCTION write_audit_log();
CREATE TRIGGER audit AFTER UPDATE OR DELETE ON user_payments
  FOR EACH ROW EXECUTE FUNCTION write_audit_log();
CREATE TRIGGER audit AFTER UPDATE OR DELETE ON beneficiaries
  FOR EACH ROW EXECUTE FUNCTION write_audit_log();
CREATE TRIGGER audit AFTER UPDATE OF enabled, rollout ON feature_flags
  FOR EACH ROW WHEN (OLD.enabled IS DISTINCT FROM NEW.enabled) EXECUTE FUNCTION write_audit_log();

-- Consequences
CREATE TRIGGER new_account AFTER INSERT ON auth.users
  FOR EACH ROW EXECUTE FUNCTION handle_new_account();
CREATE TRIGGER order_totals_on_insert AFTER INSERT ON order_items
  REFERENCING NEW TABLE AS changed_items
  FOR EACH STATEMENT EXECUTE FUNCTION update_order_totals();
CREATE TRIGGER order_totals_on_update AFTER UPDATE ON order_items
  REFERENCING NEW TABLE AS changed_items
  FOR EACH STATEMENT EXECUTE FUNCTION update_order_totals();
CREATE TRIGGER order_totals_on_delete AFTER DELETE ON order_items
  REFERENCING OLD TABLE AS changed_items
  FOR EACH STATEMENT EXECUTE FUNCTION update_order_totals();
CREATE TRIGGER log_payment_status AFTER UPDATE OF status ON user_payments
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION log_payment_status();
CREATE TRIGGER index_memory_entry BEFORE INSERT OR UPDATE OF title, content ON memory_entries
  FOR EACH ROW EXECUTE FUNCTION index_memory_entry();
CREATE TRIGGER touch_conversation AFTER INSERT ON chat_messages
  FOR EACH ROW EXECUTE FUNCTION touch_conversation();
CREATE TRIGGER log_vendor_key_change AFTER UPDATE ON vendor_api_keys
  FOR EACH ROW EXECUTE FUNCTION log_vendor_key_change();

-- At the end of the transaction
CREATE CONSTRAINT TRIGGER bulk_payment_lines AFTER INSERT OR UPDATE ON bulk_payments
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_bulk_payment_lines();

-- Nobody listens any more
CREATE TRIGGER notify_order_paid AFTER UPDATE OF status ON orders
  FOR EACH ROW WHEN (NEW.status = 'paid') EXECUTE FUNCTION notify_order_paid();
ALTER TABLE orders DISABLE TRIGGER notify_order_paid;

-- The payment history is never deleted from
CREATE RULE payment_audit_is_kept AS ON DELETE TO payment_audit DO INSTEAD NOTHING;
