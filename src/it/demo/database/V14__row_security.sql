-- Row security: who sees and changes which rows.

-- Own rows

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY "People see themselves" ON users
  FOR SELECT TO authenticated USING (id = auth.uid());
CREATE POLICY "People change themselves" ON users
  FOR UPDATE TO authenticated USING (id = auth.uid()) WITH CHECK (id = auth.uid() AND status <> 'closed');
CREATE POLICY "Administrators see their colleagues" ON users
  FOR SELECT TO authenticated USING (has_role(organization_id, 'admin'));

ALTER TABLE profiles ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Profiles can be read by everyone signed in" ON profiles
  FOR SELECT TO authenticated USING (true);
CREATE POLICY "People keep their own profile" ON profiles
  FOR ALL TO authenticated USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());

ALTER TABLE user_sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own sessions" ON user_sessions
  FOR SELECT TO authenticated USING (user_id = auth.uid());

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own sessions" ON sessions
  FOR SELECT TO authenticated USING ("userId" = auth.uid());

ALTER TABLE oauth_sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own sessions" ON oauth_sessions
  FOR SELECT TO authenticated USING (user_id = auth.uid());

ALTER TABLE notification_settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own settings" ON notification_settings
  FOR ALL TO authenticated USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());

ALTER TABLE notifications ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own notifications" ON notifications
  FOR SELECT TO authenticated USING (user_id = auth.uid());
CREATE POLICY "Own notifications can be marked read" ON notifications
  FOR UPDATE TO authenticated USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());

ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own keys" ON api_keys
  FOR ALL TO authenticated USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());

ALTER TABLE user_consents ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own consents" ON user_consents
  FOR ALL TO authenticated USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());

ALTER TABLE risk_analysis ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own assessments, unless they are alarming" ON risk_analysis
  FOR SELECT TO authenticated USING (user_id = auth.uid() AND risk_band(score) <> 'high');

ALTER TABLE search_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own searches" ON search_history
  FOR ALL TO authenticated USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());

ALTER TABLE ai_usage_logs ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own usage" ON ai_usage_logs
  FOR SELECT TO authenticated USING (user_id = auth.uid());

ALTER TABLE recommendations ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own recommendations" ON recommendations
  FOR SELECT TO authenticated USING (user_id = auth.uid());

-- Rows of the own organization

ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Members see their organization" ON organizations
  FOR SELECT TO authenticated USING (is_organization_member(id));
CREATE POLICY "Owners change their organization" ON organizations
  FOR UPDATE TO authenticated USING (owner_id = auth.uid());

ALTER TABLE user_roles ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Members see who else is one" ON user_roles
  FOR SELECT TO authenticated USING (user_id = auth.uid() OR is_organization_member(organization_id));

ALTER TABLE company_projects ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Members see their projects" ON company_projects
  FOR SELECT TO authenticated USING (is_organization_member(organization_id));
CREATE POLICY "Leads change their projects" ON company_projects
  FOR UPDATE TO authenticated USING (lead_id = auth.uid());

ALTER TABLE company_usage_logs ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Administrators see the usage" ON company_usage_logs
  FOR SELECT TO authenticated USING (has_role(organization_id, 'admin'));

ALTER TABLE memory_entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own and shared memories" ON memory_entries
  FOR SELECT TO authenticated USING (
    user_id = auth.uid()
    OR organization_id IN (SELECT r.organization_id FROM user_roles AS r WHERE r.user_id = auth.uid()));
CREATE POLICY "Own memories" ON memory_entries
  FOR ALL TO authenticated USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());

ALTER TABLE bulk_payments ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Four eyes" ON bulk_payments
  FOR ALL TO authenticated
  USING (auth.uid() IN (initiated_by, approved_by))
  WITH CHECK (initiated_by = auth.uid());

-- Orders and payments

ALTER TABLE products ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Everybody sees what is for sale" ON products
  FOR SELECT TO anon, authenticated USING (status = 'active');
CREATE POLICY "Sellers keep their products" ON products
  FOR ALL TO authenticated USING (has_role(seller_id, 'member')) WITH CHECK (has_role(seller_id, 'member'));

ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own orders" ON orders
  FOR SELECT TO authenticated USING (user_id = auth.uid());
CREATE POLICY "Sellers see what was ordered from them" ON orders
  FOR SELECT TO authenticated USING (
    EXISTS (SELECT FROM order_items AS i
              JOIN products AS p ON p.id = i.product_id
             WHERE i.order_id = orders.id AND is_organization_member(p.seller_id)));
CREATE POLICY "Own orders can be placed" ON orders
  FOR INSERT TO authenticated WITH CHECK (user_id = auth.uid() AND status IN ('draft', 'placed'));

ALTER TABLE user_payments ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own payments" ON user_payments
  FOR ALL TO authenticated USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());
CREATE POLICY "Nothing for suspended people" ON user_payments
  AS RESTRICTIVE FOR ALL TO authenticated
  USING (EXISTS (SELECT FROM users AS u WHERE u.id = auth.uid() AND u.status = 'active'));

ALTER TABLE payment_items ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Items of own payments" ON payment_items
  FOR SELECT TO authenticated USING (
    EXISTS (SELECT FROM user_payments AS p WHERE p.id = payment_id AND p.user_id = auth.uid()));

ALTER TABLE subscriptions ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own subscriptions" ON subscriptions
  FOR SELECT TO authenticated USING (user_id = auth.uid());

ALTER TABLE virtual_cards ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own cards" ON virtual_cards
  FOR SELECT TO authenticated USING (user_id = auth.uid());

ALTER TABLE say_bills ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own bills" ON say_bills
  FOR SELECT TO authenticated USING (
    say_order_id IN (SELECT s.id FROM say_orders AS s WHERE s.user_id = auth.uid()));

-- Banking: not even the owner of the table reads the beneficiaries of others

ALTER TABLE beneficiaries ENABLE ROW LEVEL SECURITY;
ALTER TABLE beneficiaries FORCE ROW LEVEL SECURITY;
CREATE POLICY "Own beneficiaries" ON beneficiaries
  FOR ALL USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());

ALTER TABLE edoc_consents ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own consents" ON edoc_consents
  FOR ALL TO authenticated USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());

ALTER TABLE edoc_transactions ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Transactions of granted consents" ON edoc_transactions
  FOR SELECT TO authenticated USING (
    EXISTS (SELECT FROM edoc_consents AS c
             WHERE c.id = consent_id AND c.user_id = auth.uid() AND c.status = 'granted'));

-- Conversations

ALTER TABLE chat_conversations ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Own conversations" ON chat_conversations
  FOR ALL TO authenticated USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());

ALTER TABLE chat_messages ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Messages of own conversations" ON chat_messages
  FOR SELECT TO authenticated USING (
    conversation_id IN (SELECT c.id FROM chat_conversations AS c WHERE c.user_id = auth.uid()));
CREATE POLICY "Messages in own conversations" ON chat_messages
  FOR INSERT TO authenticated WITH CHECK (author = 'user' AND user_id = auth.uid());

-- Reports read whole tables, of the columns they were granted

CREATE POLICY "Reports see every row" ON users FOR SELECT TO reporting USING (true);
CREATE POLICY "Reports see every row" ON organizations FOR SELECT TO reporting, data_steward USING (true);
CREATE POLICY "Reports see every row" ON products FOR SELECT TO reporting USING (true);
CREATE POLICY "Reports see every row" ON orders FOR SELECT TO reporting USING (true);
CREATE POLICY "Reports see every row" ON subscriptions FOR SELECT TO reporting, data_steward USING (true);
