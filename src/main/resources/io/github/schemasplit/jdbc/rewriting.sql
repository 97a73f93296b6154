-- What the server puts into queries on a relation: row-security policies (p), whose role 0 is PUBLIC, and rewrite rules (r); a view's
-- query is the action of its rule _RETURN. Of the columns that a policy depends on, those count that its USING names: a stored tree
-- numbers the policy's relation 1.
SELECT q.kind
     , q.oid
     , q.name
     , q.relation
     , q.cmd
     , q.permissive
     , q.roles
     , q.columns
     , q.enabled
     , q.instead
     , q.qual
     , q.withcheck
     , q.action
  FROM (
        SELECT 'p' AS kind
             , oid
             , polname AS name
             , polrelid AS relation
             , polcmd AS cmd
             , polpermissive AS permissive
             , polroles AS roles
             , ARRAY(SELECT DISTINCT d.refobjsubid
                       FROM pg_catalog.pg_depend AS d
                      WHERE d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass
                        AND d.objid = p.oid
                        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                        AND d.refobjid = polrelid
                        AND d.refobjsubid > 0
                        AND pg_catalog.strpos(polqual::pg_catalog.text
                              , pg_catalog.concat('{VAR :varno 1 :varattno ', d.refobjsubid, ' ')) > 0
                      ORDER BY d.refobjsubid) AS columns
             , NULL AS enabled
             , NULL::pg_catalog.bool AS instead
             , pg_catalog.hashtextextended(pg_catalog.regexp_replace(polqual::pg_catalog.text, ':location -?[0-9]+', '', 'g'), 0) AS qual
             , pg_catalog.hashtextextended(pg_catalog.regexp_replace(polwithcheck::pg_catalog.text, ':location -?[0-9]+', '', 'g'), 0) AS withcheck
             , NULL::pg_catalog.int8 AS action
          FROM pg_catalog.pg_policy AS p
         WHERE oid >= 16384
        UNION ALL
        SELECT 'r'
             , oid
             , rulename
             , ev_class
             , ev_type
             , NULL
             , NULL
             , NULL
             , ev_enabled
             , is_instead
             , pg_catalog.hashtextextended(ev_qual::pg_catalog.text, 0)
             , NULL
             , pg_catalog.hashtextextended(ev_action::pg_catalog.text, 0)
          FROM pg_catalog.pg_rewrite
         WHERE oid >= 16384
       ) AS q
  JOIN pg_catalog.pg_class AS c ON c.oid = q.relation
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
 WHERE NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY q.kind, q.name COLLATE "C", q.oid
