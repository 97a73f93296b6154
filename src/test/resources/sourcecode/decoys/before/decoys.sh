#!/bin/bash
# psql -c "SELECT * FROM orders"
echo "SELECT * FROM orders WHERE id = 1"
grep users orders.txt
curl "https://example.com/orders?from=users"
docker run orders users
for topics in users orders; do echo "$topics"; done
cat <<EOF > users.txt
Select users from orders, and delete from topics.
EOF
printf 'Delete from users\n'
psql -c "SELECT * FROM archive.orders"
psql -c "WITH users AS (SELECT 1) SELECT * FROM users"
echo "run psql -c 'DELETE FROM users WHERE id = 1'"
log "use psql -c 'DELETE FROM users' to clean"
usage="usage: psql -c 'SELECT * FROM topics'"
git commit -m "psql -c 'DELETE FROM users' is gone"
