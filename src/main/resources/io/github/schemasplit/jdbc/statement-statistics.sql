-- What the extension counted of statements of this database that sessions ran themselves, those first that took longest. %1$s is the
-- extension's view, %2$s its column of times, %3$s whether only routines ran a statement, %4$s the longest text, %5$s how many at most.
SELECT s.query
     , pg_catalog.pg_get_userbyid(s.userid) AS role
     , s.calls
     , %2$s AS milliseconds
  FROM %1$s AS s
 WHERE s.dbid = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
   AND s.query <> '<insufficient privilege>'
   AND pg_catalog.length(s.query) <= %4$s
   AND %3$s
 ORDER BY %2$s DESC
 LIMIT %5$s
