CREATE TABLE %s (
    id              pg_catalog.uuid PRIMARY KEY,
    number          pg_catalog.int4 NOT NULL UNIQUE,
    action          pg_catalog.text NOT NULL CHECK (action IN ('MIGRATE', 'ROLLBACK')),
    rolled_back     pg_catalog.uuid UNIQUE REFERENCES %s,
    migration       pg_catalog.uuid NOT NULL,
    remaining       pg_catalog.int8 NOT NULL CHECK (remaining >= 0),
    applied_at      pg_catalog.timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
    applied_by      pg_catalog.text NOT NULL DEFAULT SESSION_USER,
    plugin_version  pg_catalog.text NOT NULL,
    server_version  pg_catalog.text NOT NULL DEFAULT pg_catalog.current_setting('server_version'),
    format_version  pg_catalog.int4 NOT NULL,
    mapping         pg_catalog.text NOT NULL,
    operations      pg_catalog.jsonb NOT NULL,
    fingerprint     pg_catalog.text NOT NULL,
    states_before   pg_catalog.text,
    states_after    pg_catalog.text,
    CHECK ((action = 'ROLLBACK') = (rolled_back IS NOT NULL))
)
