insert into saas_platform.users (id, name) values (1, 'users');
insert into ecommerce.orders (id, user_id) values (1, 1);
insert into storage.buckets (id, name) values ('profiles', 'profiles');
select setval('orders_id_seq', (select max(id) from ecommerce.orders));
select setval(pg_get_serial_sequence('saas_platform.users', 'id'), 10);
