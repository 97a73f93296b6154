-- Constraints of tables and domains. A constraint's own triggers carry it out; ALTER TABLE … DISABLE TRIGGER ALL and
-- ENABLE REPLICA TRIGGER switch them, so their state is the constraint's.
SELECT k.oid
     , k.conname
     , k.contype
     , k.conrelid
     , k.conkey
     , nullif(k.confrelid, 0) AS referenced
     , k.confkey
     , k.conparentid <> 0 OR (k.coninhcount > 0 AND NOT k.conislocal) AS inherited
     , CASE WHEN k.contype = 'f' AND k.conparentid <> 0 THEN n.nspname END AS schema
     , nullif(k.condeferrable, false) AS deferrable
     , nullif(k.condeferred, false) AS deferred
     , nullif(k.convalidated, true) AS validated
     , k.conenforced AS enforced -- 18+
     , k.conperiod AS period -- 18+
     , nullif(k.contypid, 0) AS domain
     , k.conindid AS index
     , nullif(k.conparentid, 0) AS parent
     , k.confupdtype AS updtype
     , k.confdeltype AS deltype
     , k.confmatchtype AS matchtype
     , k.confdelsetcols AS delsetcols -- 15+
     , nullif(k.conislocal, true) AS islocal
     , nullif(k.coninhcount, 0) AS inhcount
     , nullif(k.connoinherit, false) AS noinherit
     , k.conpfeqop AS pfeqop
     , k.conppeqop AS ppeqop
     , k.conffeqop AS ffeqop
     , k.conexclop AS exclop
     , pg_catalog.hashtextextended(k.conbin::pg_catalog.text, 0) AS expression
     , t.enabled AS triggers
  FROM pg_catalog.pg_constraint AS k
  JOIN pg_catalog.pg_namespace AS n ON n.oid = k.connamespace
  LEFT JOIN (
        SELECT tgconstraint
             , pg_catalog.string_agg(tgenabled::pg_catalog.text, '' ORDER BY oid) AS enabled
          FROM pg_catalog.pg_trigger
         WHERE tgisinternal
         GROUP BY tgconstraint
       ) AS t ON t.tgconstraint = k.oid
 WHERE NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY k.conname COLLATE "C", k.oid
