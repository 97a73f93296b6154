-- What the server counted of each table since its statistics began.
SELECT s.relid
     , s.schemaname
     , s.relname
     , coalesce(s.seq_scan, 0)
     , coalesce(s.seq_tup_read, 0)
     , coalesce(s.idx_scan, 0)
     , coalesce(s.idx_tup_fetch, 0)
     , coalesce(s.n_tup_ins, 0) + coalesce(s.n_tup_upd, 0) + coalesce(s.n_tup_del, 0)
  FROM pg_catalog.pg_stat_user_tables AS s
 WHERE NOT pg_catalog.starts_with(s.schemaname, 'pg_')
 ORDER BY s.schemaname COLLATE "C", s.relname COLLATE "C"
