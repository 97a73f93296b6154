#!/bin/sh
# psql -c "SELECT * FROM orders"
psql -c "delete from ecommerce.orders" -c 'select * from saas_platform.users'
psql --command "SELECT * FROM $TABLE JOIN ai_services.topics USING (id)"
psql <<'EOF'
\set x users
INSERT INTO ecommerce.products VALUES ('FROM users');
SELECT * FROM saas_platform."Order Items";
EOF
echo "orders of users" > users.txt
grep orders users
