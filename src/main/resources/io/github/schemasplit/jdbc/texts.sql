-- Texts that belong to objects.
-- Comments (c) on, and security labels (l) of, objects of the catalogs that the parameters list. Those that initdb made on its own objects are left out;
-- schema public and extension plpgsql are of initdb's too, but users own them.
-- Constants of text types (k) that a function or a conversion takes in a stored expression, as the tree prints their bytes,
-- without the header of a varlena: they may name objects, and the server does not know. Those in a column's default come with it. Looked at are arguments that hold
-- one level of nodes at most, up to the first that holds more. A view's rule stands for the view, a domain's constraint for
-- the domain. LIKE goes first, since it is much faster; OFFSET, so that a tree becomes a
-- text once.
-- Besides, of expressions that have to do with names of the catalog, the constants that may be names of schemas (s, and n for the OID of
-- one), and calls of current_schema and current_schemas (f).
SELECT d.classoid
     , d.objoid
     , d.objsubid
     , 'c' AS kind
     , d.description AS text
     , NULL::pg_catalog.text AS provider
  FROM pg_catalog.pg_description AS d
 WHERE d.classoid = ANY (?::pg_catalog.oid[])
   AND (d.objoid >= 16384
        OR d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
        OR d.classoid = 'pg_catalog.pg_extension'::pg_catalog.regclass
        OR d.classoid = 'pg_catalog.pg_language'::pg_catalog.regclass)
UNION ALL
SELECT d.classoid
     , d.objoid
     , 0
     , 'c'
     , d.description
     , NULL
  FROM pg_catalog.pg_shdescription AS d
 WHERE d.classoid = ANY (ARRAY['pg_catalog.pg_authid', 'pg_catalog.pg_database']::pg_catalog.regclass[])
UNION ALL
SELECT s.classoid
     , s.objoid
     , s.objsubid
     , 'l'
     , s.label
     , s.provider
  FROM pg_catalog.pg_seclabel AS s
 WHERE s.classoid = ANY (?::pg_catalog.oid[])
UNION ALL
SELECT s.classoid
     , s.objoid
     , 0
     , 'l'
     , s.label
     , s.provider
  FROM pg_catalog.pg_shseclabel AS s
 WHERE s.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass
UNION ALL
SELECT DISTINCT e.classoid
     , e.objoid
     , e.objsubid
     , found.kind
     , found.text
     , found.expression
  FROM (
        SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid AS classoid
             , adrelid AS objoid
             , adnum::pg_catalog.int4 AS objsubid
             , adbin::pg_catalog.text AS tree
             , false AS compared
          FROM pg_catalog.pg_attrdef
         WHERE adrelid >= 16384
        UNION ALL
        SELECT CASE WHEN contypid <> 0 THEN 'pg_catalog.pg_type'::pg_catalog.regclass
                    ELSE 'pg_catalog.pg_constraint'::pg_catalog.regclass END
             , CASE WHEN contypid <> 0 THEN contypid ELSE oid END
             , 0
             , conbin::pg_catalog.text
             , contypid = 0
          FROM pg_catalog.pg_constraint
         WHERE conbin IS NOT NULL AND oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, indexrelid, 0
             , pg_catalog.concat(indexprs::pg_catalog.text, indpred::pg_catalog.text)
             , false
          FROM pg_catalog.pg_index
         WHERE indexprs IS NOT NULL OR indpred IS NOT NULL
        UNION ALL
        SELECT 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass, oid, 0, stxexprs::pg_catalog.text, false -- 14+
          FROM pg_catalog.pg_statistic_ext -- 14+
        UNION ALL -- 14+
        SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass, oid, 0
             , pg_catalog.concat(polqual::pg_catalog.text, polwithcheck::pg_catalog.text)
             , true
          FROM pg_catalog.pg_policy
        UNION ALL
        SELECT CASE WHEN rulename = '_RETURN' THEN 'pg_catalog.pg_class'::pg_catalog.regclass
                    ELSE 'pg_catalog.pg_rewrite'::pg_catalog.regclass END
             , CASE WHEN rulename = '_RETURN' THEN ev_class ELSE oid END
             , 0
             , pg_catalog.concat(ev_qual::pg_catalog.text, ev_action::pg_catalog.text)
             , true
          FROM pg_catalog.pg_rewrite
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_trigger'::pg_catalog.regclass, oid, 0, tgqual::pg_catalog.text, false
          FROM pg_catalog.pg_trigger
         WHERE tgqual IS NOT NULL
        UNION ALL
        SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, oid, 0, typdefaultbin::pg_catalog.text, false
          FROM pg_catalog.pg_type
         WHERE oid >= 16384 AND typdefaultbin IS NOT NULL
        UNION ALL
        SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, oid, 0, proargdefaults::pg_catalog.text, false
          FROM pg_catalog.pg_proc
         WHERE oid >= 16384 AND proargdefaults IS NOT NULL
        UNION ALL -- 14+
        SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, oid, 0, prosqlbody::pg_catalog.text, true -- 14+
          FROM pg_catalog.pg_proc -- 14+
         WHERE oid >= 16384 AND prosqlbody IS NOT NULL -- 14+
        OFFSET 0
       ) AS e
 CROSS JOIN LATERAL (
        SELECT 'k'
             , constant.bytes[1]
             , (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid)
                  FROM pg_catalog.pg_attrdef AS d
                  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.adrelid AND a.attnum = d.adnum AND a.attgenerated = ''
                 WHERE e.objsubid > 0 AND d.adrelid = e.objoid AND d.adnum = e.objsubid)
          FROM pg_catalog.regexp_matches(
                    e.tree,
                    '(?::funccollid [0-9]+ :inputcollid [0-9]+ :args [(]|[{]COERCEVIAIO :arg )((?:[{][^{}]*(?:[{][^{}]*[}][^{}]*)*[}] ?)+)',
                    'g') AS call (arguments)
         CROSS JOIN LATERAL pg_catalog.regexp_matches(
                    call.arguments[1],
                    ':consttype (?:(?:25|1043) [^[{]*[[](?: -?[0-9]+){4}|(?:19|705) [^[{]*[[])([-0-9 ]*)[]]',
                    'g') AS constant (bytes)
         WHERE (e.tree LIKE '%:funccollid %' OR e.tree LIKE '%{COERCEVIAIO %')
           AND (e.tree LIKE '%{CONST :consttype 25 %'
                OR e.tree LIKE '%{CONST :consttype 1043 %'
                OR e.tree LIKE '%{CONST :consttype 19 %'
                OR e.tree LIKE '%{CONST :consttype 705 %')
        UNION ALL
        SELECT CASE WHEN name.parts[1] IS NOT NULL OR name.parts[2] IS NOT NULL THEN 'f'
                    WHEN name.parts[3] IS NOT NULL THEN 'n'
                    ELSE 's' END
             , CASE WHEN name.parts[1] = '1403' THEN 'current_schemas'
                    WHEN name.parts[1] IS NOT NULL OR name.parts[2] IS NOT NULL THEN 'current_schema'
                    ELSE coalesce(name.parts[3], name.parts[4]) END
             , NULL
          FROM pg_catalog.regexp_matches(
                    e.tree,
                    '[{]FUNCEXPR :funcid (1402|1403) |[{](SQLVALUEFUNCTION) :op 14 '
                    || '|:consttype (?:4089 [^[{]*[[]([-0-9 ]*)[]]|(?:(?:25|1043) [^[{]*[[](?: -?[0-9]+){4}|19 [^[{]*[[])([-0-9 ]*)[]])',
                    'g') AS name (parts)
         WHERE e.compared
           AND (e.tree LIKE '%type 19 %'
                OR e.tree LIKE '%type 4089 %'
                OR e.tree LIKE '%:vartype ' || pg_catalog.to_regtype('information_schema.sql_identifier')::pg_catalog.oid || ' %')
       ) AS found(kind, text, expression)
 WHERE e.objoid >= 16384
 ORDER BY 1, 2, 3, 4, 5
