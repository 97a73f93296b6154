CREATE TABLE %s (
    id              pg_catalog.uuid PRIMARY KEY,
    taken_at        pg_catalog.timestamptz NOT NULL,
    taken_by        pg_catalog.text NOT NULL DEFAULT SESSION_USER,
    entry           pg_catalog.uuid UNIQUE,
    plugin_version  pg_catalog.text NOT NULL,
    server_version  pg_catalog.text NOT NULL DEFAULT pg_catalog.current_setting('server_version'),
    format_version  pg_catalog.int4 NOT NULL,
    content         pg_catalog.text NOT NULL
)
