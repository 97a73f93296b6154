-- Rewrite rules; a view's query is the action of its rule _RETURN.
SELECT r.oid
     , r.rulename
     , r.ev_class
     , r.ev_type AS type
     , r.ev_enabled AS enabled
     , r.is_instead AS instead
     , pg_catalog.hashtextextended(r.ev_qual::pg_catalog.text, 0) AS qual
     , pg_catalog.hashtextextended(r.ev_action::pg_catalog.text, 0) AS action
  FROM pg_catalog.pg_rewrite AS r
  JOIN pg_catalog.pg_class AS c ON c.oid = r.ev_class
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
 WHERE NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY r.rulename COLLATE "C", r.oid
