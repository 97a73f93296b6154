-- the publication has all tables of schema public
ALTER PUBLICATION with_member DROP TABLE ONLY shop.parent;
-- the publication has all tables of schema public
ALTER PUBLICATION with_member DROP TABLE ONLY shop.events;
-- the publication has all tables of schema public
ALTER PUBLICATION with_member DROP TABLE ONLY shop.child;
-- the publication has all tables of schema public
ALTER PUBLICATION "Whole ""schema""" DROP TABLE ONLY shop.parent;
-- the publication has all tables of schema public
ALTER PUBLICATION "Whole ""schema""" DROP TABLE ONLY shop.orders;
-- the publication has all tables of schema public
ALTER PUBLICATION "Whole ""schema""" DROP TABLE ONLY shop.events;
-- the publication has all tables of schema public
ALTER PUBLICATION "Whole ""schema""" DROP TABLE ONLY shop.child;
-- all that it reads goes there
ALTER VIEW shop.seen SET SCHEMA public;
-- mapping.yml:3:22 scratch
ALTER TABLE shop.scratch SET SCHEMA public;
-- mapping.yml:3:39 parent
ALTER TABLE shop.parent SET SCHEMA public;
-- mapping.yml:3:14 orders
ALTER TABLE shop.orders SET SCHEMA public;
-- partition or child of partitioned table public.events
ALTER TABLE shop.events_2026 SET SCHEMA public;
-- mapping.yml:3:31 events
ALTER TABLE shop.events SET SCHEMA public;
-- partition or child of table public.parent
ALTER TABLE shop.child SET SCHEMA public;
