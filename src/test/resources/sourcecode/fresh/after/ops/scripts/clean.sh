#!/usr/bin/env bash
# Delete from orders of users
set -euo pipefail
TABLES="orders users"
DB=orders
for t in $TABLES; do
  psql -d "$DB" -c "TRUNCATE TABLE $t CASCADE"
done
for table in topics products; do psql "$URL" -c "\copy $table to '$table.csv' csv"; done
psql "$URL" <<'EOF'
  DELETE FROM saas_platform.sessions WHERE users = 1;
  SELECT count(*)
    FROM ecommerce.orders
    JOIN saas_platform.users USING (id);
EOF
psql -U users -d orders --command="REINDEX TABLE ecommerce.orders"
PGPASSWORD=x psql -h db -U users orders -At -c "SELECT id FROM saas_platform.users" | while read -r id; do echo "users $id"; done
COUNT=$(psql -qtc "select count(*) from saas_platform.notifications" "$URL")
docker compose exec -T db psql -U postgres -c "ANALYZE ecommerce.orders"
kubectl exec db-0 -- psql -c "VACUUM FULL ecommerce.products;"
pg_restore --table=orders -d shop dump
pg_dump --data-only -t users shop
echo "Deleted from orders: $COUNT"
echo "DELETE FROM saas_platform.sessions" | psql "$URL"
read -p "Delete from users? " answer
grep -r "FROM orders" src
rm -rf /var/orders/users
aws s3 cp s3://users/orders .
vacuumdb -t orders shop
reindexdb --table users shop
mysql -e "SELECT * FROM orders"
