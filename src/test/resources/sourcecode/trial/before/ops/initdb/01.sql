\c shop
\echo creating orders
SET search_path = public;
INSERT INTO orders SELECT g FROM generate_series(1, 10) g;
\copy users FROM 'users.csv'
COPY search_history (id) FROM stdin;
1
users
\.
SELECT * FROM topics;
DO $$ BEGIN EXECUTE 'DELETE FROM sessions'; END $$;
