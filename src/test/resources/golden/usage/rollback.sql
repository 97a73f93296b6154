-- all that it reads goes there
ALTER VIEW shop.prices SET SCHEMA public;
-- mapping.yml:3:14 orders
ALTER TABLE shop.orders SET SCHEMA public;
-- mapping.yml:5:14 notes
ALTER TABLE writing.notes SET SCHEMA public;
-- everybody may use table public.notes
REVOKE USAGE ON SCHEMA writing FROM PUBLIC;
-- golden_usage_view may use view public.prices
REVOKE USAGE ON SCHEMA shop FROM golden_usage_view;
-- golden_usage_table may use table public.orders
REVOKE USAGE ON SCHEMA shop FROM golden_usage_table;
-- golden_usage_sequence may use sequence public.orders_id_seq
REVOKE USAGE ON SCHEMA shop FROM golden_usage_sequence;
-- golden_usage_owner owns table public.orders
REVOKE USAGE ON SCHEMA shop FROM golden_usage_owner;
-- golden_usage_column may use table public.orders
REVOKE USAGE ON SCHEMA shop FROM golden_usage_column;
-- mapping.yml:4:3 writing
DROP SCHEMA writing RESTRICT;
