-- statistics of table public.plain
ALTER STATISTICS shop.plain_stats SET SCHEMA public;
-- sequence of a default of table public.numbered
ALTER SEQUENCE shop.numbers SET SCHEMA public;
-- mapping.yml:3:31 outside
ALTER FOREIGN TABLE shop.outside SET SCHEMA public;
-- mapping.yml:3:40 scratch
ALTER TABLE shop.scratch SET SCHEMA public;
-- mapping.yml:3:14 plain
ALTER TABLE shop.plain SET SCHEMA public;
-- mapping.yml:5:22 parent
ALTER TABLE history.parent SET SCHEMA public;
-- mapping.yml:3:21 numbered
ALTER TABLE shop.numbered SET SCHEMA public;
-- partition or child of table public.parent
ALTER TABLE history.grandchild SET SCHEMA public;
-- partition or child of partitioned table public.events
ALTER TABLE history.events_2026_eu SET SCHEMA public;
-- partition or child of partitioned table public.events
ALTER TABLE history.events_2026 SET SCHEMA public;
-- mapping.yml:5:14 events
ALTER TABLE history.events SET SCHEMA public;
-- partition or child of table public.parent
ALTER TABLE history.child SET SCHEMA public;
-- mapping.yml:2:3 shop
DROP SCHEMA shop RESTRICT;
-- mapping.yml:4:3 history
DROP SCHEMA history RESTRICT;
