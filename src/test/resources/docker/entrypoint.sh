#!/bin/sh
# What the official image does, as far as tests need it: makes a cluster for POSTGRES_USER, and starts it with the image's command.
set -eu
export PGDATA=/tmp/data
echo "$POSTGRES_PASSWORD" > /tmp/password
initdb -U "$POSTGRES_USER" --pwfile=/tmp/password -A scram-sha-256 -E UTF8 --locale=C -N > /tmp/initdb.log
echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
# The official one starts twice, the first time without a port: whoever waits for it waits for this line twice.
echo "database system is ready to accept connections"
exec "$@" -c listen_addresses='*' -c unix_socket_directories= -c fsync=off
