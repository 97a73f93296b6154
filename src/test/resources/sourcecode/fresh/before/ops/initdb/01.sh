#!/bin/sh
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<-EOSQL
	CREATE USER orders;
	GRANT SELECT ON orders TO reader;
	ALTER TABLE users OWNER TO app;
EOSQL
