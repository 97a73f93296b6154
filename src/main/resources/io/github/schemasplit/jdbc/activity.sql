-- How busy each table and materialized view is: how often it was scanned and written since the statistics began. What goes on in
-- its partitions and children counts for a parent, whose lock stops them all.
WITH RECURSIVE activity AS (
    SELECT s.relid
         , coalesce(s.seq_scan, 0) + coalesce(s.idx_scan, 0) + s.n_tup_ins + s.n_tup_upd + s.n_tup_del AS count
      FROM pg_catalog.pg_stat_user_tables s
), counted AS (
    SELECT a.relid, a.count
      FROM activity a
     UNION ALL
    SELECT i.inhparent, c.count
      FROM counted c
      JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.relid
)
SELECT c.relid, sum(c.count)::pg_catalog.int8 AS count
  FROM counted c
 GROUP BY c.relid
HAVING sum(c.count) > 0
