-- What sessions ran in this database, of what the role may see. Before version 1.8 of the extension a column had another name,
-- and before 1.9 it did not tell which statements routines ran.
SELECT s.query
     , pg_catalog.pg_get_userbyid(s.userid) AS role
     , pg_catalog.sum(s.calls)::pg_catalog.int8 AS calls
     , pg_catalog.sum(t.milliseconds) AS milliseconds
     , pg_catalog.bool_and(NOT t.toplevel) AS nested
  FROM pg_stat_statements AS s
 CROSS JOIN LATERAL (
       SELECT coalesce(pg_catalog.to_jsonb(s) ->> 'total_exec_time', pg_catalog.to_jsonb(s) ->> 'total_time')::pg_catalog.float8
            , coalesce((pg_catalog.to_jsonb(s) ->> 'toplevel')::pg_catalog.bool, true)
       ) AS t(milliseconds, toplevel)
 WHERE s.dbid = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
   AND s.query <> '<insufficient privilege>'
 GROUP BY 1, 2
 ORDER BY 4 DESC, 1, 2
