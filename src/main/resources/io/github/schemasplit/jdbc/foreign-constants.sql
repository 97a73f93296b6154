-- Of the routines in question, those that have a constant in a default that is, or has within it, of a type of somebody who lacks the
-- role's rights, or of a domain whose constraint calls what a user made: the constant is written and read anew with the routine, and
-- whoever owns a type within its type may have put a domain with a constraint there.
WITH RECURSIVE reached AS (
    SELECT p.oid AS routine
         , m.found[1]::pg_catalog.oid AS type
      FROM pg_catalog.pg_proc AS p
     CROSS JOIN pg_catalog.regexp_matches(
                p.proargdefaults::pg_catalog.text, ':consttype ([0-9]+) [^}]*:constisnull false', 'g') AS m(found)
     WHERE p.oid = ANY (?::pg_catalog.oid[])
       AND m.found[1]::pg_catalog.oid >= 16384
     UNION
    SELECT r.routine
         , part.type
      FROM reached AS r
      JOIN pg_catalog.pg_type AS t ON t.oid = r.type
     CROSS JOIN LATERAL (
           SELECT t.typelem
            UNION ALL
           SELECT t.typbasetype
            UNION ALL
           SELECT a.atttypid FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = t.typrelid AND t.typrelid <> 0 AND a.attnum > 0 AND NOT a.attisdropped
            UNION ALL
           SELECT g.rngsubtype FROM pg_catalog.pg_range AS g WHERE g.rngtypid = t.oid
            UNION ALL                                                                     -- 14+
           SELECT g.rngtypid FROM pg_catalog.pg_range AS g WHERE g.rngmultitypid = t.oid  -- 14+
           ) AS part(type)
     WHERE part.type >= 16384
)
SELECT DISTINCT
       r.routine
  FROM reached AS r
  JOIN pg_catalog.pg_type AS t ON t.oid = r.type
 WHERE t.typtype IN ('d', 'c', 'r', 'm')
   AND (NOT pg_catalog.pg_has_role(t.typowner, CURRENT_USER, 'USAGE')
        OR EXISTS (SELECT FROM pg_catalog.pg_constraint AS k
                     JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_constraint'::pg_catalog.regclass AND d.objid = k.oid
                    WHERE k.contypid = t.oid
                      AND d.refclassid IN ('pg_proc'::pg_catalog.regclass, 'pg_operator'::pg_catalog.regclass)
                      AND d.refobjid >= 16384))
 ORDER BY r.routine
