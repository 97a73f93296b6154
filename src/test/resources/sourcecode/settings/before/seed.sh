#!/bin/sh
# psql -c "SELECT * FROM orders"
psql -c "delete from orders" -c 'select * from public.users'
psql --command "SELECT * FROM $TABLE JOIN topics USING (id)"
psql <<'EOF'
\set x users
INSERT INTO products VALUES ('FROM users');
SELECT * FROM "Order Items";
EOF
echo "orders of users" > users.txt
grep orders users
