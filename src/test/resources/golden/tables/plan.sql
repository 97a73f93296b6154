-- mapping.yml:4:3 history
CREATE SCHEMA history AUTHORIZATION postgres;
-- mapping.yml:2:3 shop
CREATE SCHEMA shop AUTHORIZATION postgres;
-- partition or child of table public.parent
ALTER TABLE public.child SET SCHEMA history;
-- mapping.yml:5:14 events
ALTER TABLE public.events SET SCHEMA history;
-- partition or child of partitioned table public.events
ALTER TABLE public.events_2026 SET SCHEMA history;
-- partition or child of partitioned table public.events
ALTER TABLE public.events_2026_eu SET SCHEMA history;
-- partition or child of table public.parent
ALTER TABLE public.grandchild SET SCHEMA history;
-- mapping.yml:3:21 numbered
ALTER TABLE public.numbered SET SCHEMA shop;
-- mapping.yml:5:22 parent
ALTER TABLE public.parent SET SCHEMA history;
-- mapping.yml:3:14 plain
ALTER TABLE public.plain SET SCHEMA shop;
-- mapping.yml:3:40 scratch
ALTER TABLE public.scratch SET SCHEMA shop;
-- mapping.yml:3:31 outside
ALTER FOREIGN TABLE public.outside SET SCHEMA shop;
-- sequence of a default of table public.numbered
ALTER SEQUENCE public.numbers SET SCHEMA shop;
-- statistics of table public.plain
ALTER STATISTICS public.plain_stats SET SCHEMA shop;
