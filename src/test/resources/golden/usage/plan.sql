-- mapping.yml:4:3 writing
CREATE SCHEMA writing AUTHORIZATION postgres;
-- golden_usage_column may use table public.orders
GRANT USAGE ON SCHEMA shop TO golden_usage_column;
-- golden_usage_owner owns table public.orders
GRANT USAGE ON SCHEMA shop TO golden_usage_owner;
-- golden_usage_sequence may use sequence public.orders_id_seq
GRANT USAGE ON SCHEMA shop TO golden_usage_sequence;
-- golden_usage_table may use table public.orders
GRANT USAGE ON SCHEMA shop TO golden_usage_table;
-- golden_usage_view may use view public.prices
GRANT USAGE ON SCHEMA shop TO golden_usage_view;
-- everybody may use table public.notes
GRANT USAGE ON SCHEMA writing TO PUBLIC;
-- mapping.yml:5:14 notes
ALTER TABLE public.notes SET SCHEMA writing;
-- mapping.yml:3:14 orders
ALTER TABLE public.orders SET SCHEMA shop;
-- all that it reads goes there
ALTER VIEW public.prices SET SCHEMA shop;
