SET search_path = public;
CREATE TABLE public.orders (
    id bigint NOT NULL,
    users bigint
);
ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
INSERT INTO "schema_migrations" (version) VALUES ('1');
