#!/usr/bin/env bash
set -euo pipefail
TABLES="orders users sessions"
for t in $TABLES; do
  psql -c "COPY (SELECT * FROM $t) TO STDOUT" > "$t.csv"
done
pg_dump --table=orders --table public.users "$DB" > profiles/orders.sql
psql "$DB" -Atc "select count(*) from search_history where kind = 'users'"
psql "$DB" <<EOF
INSERT INTO topics (id) VALUES ($1);
\copy payment_items from 'payment_items.csv' csv
EOF
COUNT=$(psql -t -c "SELECT count(*) FROM users;")
QUERY="SELECT * FROM recommendations WHERE id = 1"
psql -c "$QUERY"
docker compose exec -T db psql -U postgres shop -c "DELETE FROM notifications WHERE created_at < now()"
echo "SELECT * FROM products;" | psql
curl -X POST "$URL/users" -d '{"orders": "from users"}'
mysql -e "SELECT * FROM users"
sqlite3 profiles.db "SELECT * FROM profiles WHERE id = 1"
bq query 'SELECT * FROM search_history'
aws dynamodb scan --table-name users
git log --grep "orders from users"
