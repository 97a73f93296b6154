-- partition or child of table public.parent
ALTER TABLE public.child SET SCHEMA shop;
-- mapping.yml:3:31 events
ALTER TABLE public.events SET SCHEMA shop;
-- partition or child of partitioned table public.events
ALTER TABLE public.events_2026 SET SCHEMA shop;
-- mapping.yml:3:14 orders
ALTER TABLE public.orders SET SCHEMA shop;
-- mapping.yml:3:39 parent
ALTER TABLE public.parent SET SCHEMA shop;
-- mapping.yml:3:22 scratch
ALTER TABLE public.scratch SET SCHEMA shop;
-- all that it reads goes there
ALTER VIEW public.seen SET SCHEMA shop;
-- the publication has all tables of schema public
ALTER PUBLICATION "Whole ""schema""" ADD TABLE ONLY shop.child;
-- the publication has all tables of schema public
ALTER PUBLICATION "Whole ""schema""" ADD TABLE ONLY shop.events;
-- the publication has all tables of schema public
ALTER PUBLICATION "Whole ""schema""" ADD TABLE ONLY shop.orders;
-- the publication has all tables of schema public
ALTER PUBLICATION "Whole ""schema""" ADD TABLE ONLY shop.parent;
-- the publication has all tables of schema public
ALTER PUBLICATION with_member ADD TABLE ONLY shop.child;
-- the publication has all tables of schema public
ALTER PUBLICATION with_member ADD TABLE ONLY shop.events;
-- the publication has all tables of schema public
ALTER PUBLICATION with_member ADD TABLE ONLY shop.parent;
