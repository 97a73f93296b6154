#!/bin/sh
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<-EOSQL
	CREATE USER orders;
	GRANT SELECT ON ecommerce.orders TO reader;
	ALTER TABLE saas_platform.users OWNER TO app;
EOSQL
