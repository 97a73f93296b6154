-- Seed rows: the leftovers.  Last of all, the figures of the shop are refreshed.

-- Days are days of UTC, wherever this is run.
SET TIME ZONE 'UTC';

INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                                   installed_on, execution_time, success)
SELECT h.rank, h.rank::text, replace(h.name, '_', ' '), 'SQL', format('V%s__%s.sql', h.rank, h.name),
       ('x' || left(md5(h.name), 8))::bit(32)::integer, 'app_owner',
       timestamp '2023-10-30 18:00:00' + h.rank * interval '11 days', 20 + h.rank * 7, true
  FROM (VALUES (1, 'create_users'), (2, 'create_orders'), (3, 'add_payments'), (4, 'add_organizations'),
               (5, 'add_banking'), (6, 'add_memory'), (7, 'partition_usage_logs'), (8, 'row_security'),
               (9, 'say_payments'), (10, 'risk_analysis'))
       AS h (rank, name);

INSERT INTO schema_migrations (version) VALUES
  ('20211004073012'), ('20211118160455'), ('20220203091530'),
  ('20220611124048'), ('20221222101010'), ('20230317083344');

INSERT INTO audit_log (table_schema, table_name, operation, actor_id, old_row, new_row, occurred_at)
SELECT 'public', (ARRAY['users', 'orders', 'user_payments'])[1 + n % 3], 'UPDATE', md5('user ' || 1 + n % 8)::uuid,
       jsonb_build_object('status', 'before'), jsonb_build_object('status', 'after'),
       timestamptz '2024-04-04 04:04:00+00' + n * interval '19 hours'
  FROM generate_series(1, 80) AS n
 ORDER BY n;

INSERT INTO backup_orders_2023 (id, order_number, user_id, status, total, placed_at)
SELECT n, 'SO-' || 90000 + n, md5('user ' || 1 + n % 40)::uuid, 'delivered', 19.90 + n * 3,
       timestamptz '2023-11-05 10:00:00+00' + n * interval '1 day'
  FROM generate_series(1, 50) AS n;

INSERT INTO tmp_import (line, "Sku", "Unit Price", remark)
SELECT n, to_char(n, 'FM"TEA-"0000'), format('%s,90', 5 + n), CASE WHEN n % 7 = 0 THEN 'price to be checked' END
  FROM generate_series(1, 25) AS n;

CALL refresh_product_sales();

RESET TIME ZONE;
