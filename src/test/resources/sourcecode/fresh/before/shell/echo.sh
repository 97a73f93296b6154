echo "run psql -c 'SELECT * FROM users WHERE id = 1'"
echo "psql -c \"DELETE FROM users\""
log "use psql -c 'DELETE FROM users' to clean"
sh -c "psql -c 'DELETE FROM users'"
ssh host "psql -d shop -c 'DELETE FROM orders WHERE id = 1'"
ssh host 'psql -c "DELETE FROM orders WHERE id = 1"'
usage="usage: psql -c 'SELECT * FROM topics'"
git commit -m "psql -c 'DELETE FROM users' is gone"
