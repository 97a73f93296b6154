-- Triggers that users made. Those that the server made to carry out a constraint are left out; those that it made on
-- partitions for a user's trigger (marked internal before 15) are not. A constraint trigger has a constraint of type t. With the
-- statement that makes one that has arguments, where CREATE OR REPLACE TRIGGER takes it and nothing of it is lost: no dependence on an extension, and on no partition what is off there.
SELECT t.oid
     , t.tgname
     , t.tgrelid
     , t.tgfoid
     , pg_catalog.encode(t.tgargs, 'hex')
     , NULL -- before 14
     , CASE WHEN t.tgnargs > 0 AND t.tgenabled = 'O' AND t.tgconstraint = 0 AND c.relkind <> 'p' AND NOT EXISTS ( -- 14+
            SELECT FROM pg_catalog.pg_depend AS d WHERE d.classid = 'pg_trigger'::pg_catalog.regclass AND d.objid = t.oid AND d.deptype = 'x') -- 14+
            THEN pg_catalog.pg_get_triggerdef(t.oid) END -- 14+
     , t.tgparentid AS parent
     , t.tgfoid AS routine
     , t.tgtype AS type
     , t.tgenabled AS enabled
     , t.tgconstrrelid AS constrrelid
     , t.tgconstrindid AS constrindid
     , t.tgconstraint AS constraint
     , t.tgdeferrable AS deferrable
     , t.tginitdeferred AS initdeferred
     , t.tgattr AS attr
     , pg_catalog.encode(t.tgargs, 'hex') AS args
     , pg_catalog.hashtextextended(t.tgqual::pg_catalog.text, 0) AS qual
     , t.tgoldtable AS oldtable
     , t.tgnewtable AS newtable
  FROM pg_catalog.pg_trigger AS t
  JOIN pg_catalog.pg_class AS c ON c.oid = t.tgrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_constraint AS k ON k.oid = t.tgconstraint
 WHERE (NOT t.tgisinternal OR t.tgconstraint = 0 OR k.contype = 't')
   AND NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY t.tgname COLLATE "C", t.oid
