-- How busy each table, view and materialized view is: how often it was scanned and written since the statistics began. What goes on
-- in its partitions and children counts for a parent, whose lock stops them all. The server does not count how often a view is read:
-- it may be as busy as the busiest relation that it reads.
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
), reads AS (
    SELECT DISTINCT r.ev_class AS relid, d.refobjid AS read
      FROM pg_catalog.pg_depend d
      JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid
     WHERE d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
       AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
       AND d.refobjid <> r.ev_class
), busy AS (
    SELECT c.relid, sum(c.count)::pg_catalog.int8 AS count
      FROM counted c
     GROUP BY c.relid
    HAVING sum(c.count) > 0
     UNION
    SELECT v.relid, b.count
      FROM busy b
      JOIN reads v ON v.read = b.relid
)
SELECT b.relid, max(b.count) AS count
  FROM busy b
 GROUP BY b.relid
