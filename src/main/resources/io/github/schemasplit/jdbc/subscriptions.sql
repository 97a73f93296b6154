-- Subscriptions and the tables of this database that they feed. Not every column of pg_subscription is shown to everybody, its OID not
-- before 14; the view shows that.
SELECT s.subname
     , s.subenabled
     , pg_catalog.array_agg(DISTINCT r.srrelid ORDER BY r.srrelid) AS tables
  FROM pg_catalog.pg_subscription_rel AS r
  JOIN pg_catalog.pg_stat_subscription AS v ON v.subid = r.srsubid
  JOIN pg_catalog.pg_subscription AS s ON s.subname = v.subname
  JOIN pg_catalog.pg_database AS d ON d.oid = s.subdbid
 WHERE d.datname = pg_catalog.current_database()
 GROUP BY s.subname, s.subenabled
 ORDER BY s.subname COLLATE "C"
