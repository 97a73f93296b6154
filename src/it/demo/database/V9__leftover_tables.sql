-- What years of work leave behind: the history tables of two migration tools, an audit log, a backup, a scratch table.

CREATE TABLE flyway_schema_history (
  installed_rank integer       NOT NULL,
  version        varchar(50),
  description    varchar(200)  NOT NULL,
  type           varchar(20)   NOT NULL,
  script         varchar(1000) NOT NULL,
  checksum       integer,
  installed_by   varchar(100)  NOT NULL,
  installed_on   timestamp     NOT NULL DEFAULT now(),
  execution_time integer       NOT NULL,
  success        boolean       NOT NULL,
  CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank)
);

CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history (success);

CREATE TABLE schema_migrations (
  version varchar(128) PRIMARY KEY
);

CREATE TABLE audit_log (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  table_schema name        NOT NULL,
  table_name   name        NOT NULL,
  operation    text        NOT NULL CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE')),
  actor_id     uuid,
  old_row      jsonb,
  new_row      jsonb,
  occurred_at  timestamptz NOT NULL DEFAULT now()
);

-- Neither has a primary key: replication needs to be told what identifies a row.

CREATE TABLE backup_orders_2023 (
  id           bigint,
  order_number text,
  user_id      uuid,
  status       order_status,
  total        numeric(14, 2),
  placed_at    timestamptz
);

ALTER TABLE backup_orders_2023 REPLICA IDENTITY FULL;

CREATE TABLE tmp_import (
  line         integer,
  "Sku"        text,
  "Unit Price" text,
  remark       text
);

ALTER TABLE tmp_import REPLICA IDENTITY FULL;
