-- Every object's definition without an OID in it, in parts, so that it reads the same in each database that it is restored into; with
-- its catalog and OID, the schema that it is in, and a name that no other has. What a dump leaves out or makes in another way is left out: what belongs
-- to an extension, invalid indexes, collations of the system, where a table's columns stand that it inherits. Privileges stand
-- sorted and those by default spelled out, since a dump keeps neither their order nor the difference. Parts that begin with "access" say who
-- but the owner may do what, in words that are the same in each version. To be read with nothing but pg_catalog on the search path.
WITH member AS (
    SELECT classid, objid
      FROM pg_catalog.pg_depend
     WHERE deptype = 'e'
), own AS (
    SELECT oid, nspname, nspowner, nspacl
      FROM pg_catalog.pg_namespace
     WHERE nspname <> 'information_schema'
       AND NOT pg_catalog.starts_with(nspname, 'pg_')
), relation AS (
    SELECT c.*
      FROM pg_catalog.pg_class AS c
      JOIN own ON own.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
       AND NOT EXISTS (SELECT FROM member WHERE classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND objid = c.oid)
), definition AS (
    SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass::pg_catalog.oid AS class
         , o.oid
         , o.oid AS namespace
         , pg_catalog.concat_ws('|', pg_catalog.pg_get_userbyid(o.nspowner), (
               SELECT pg_catalog.string_agg(a::pg_catalog.text, ',' ORDER BY a::pg_catalog.text COLLATE "C")
                 FROM pg_catalog.unnest(coalesce(o.nspacl, pg_catalog.acldefault('n', o.nspowner))) AS a)) AS part
      FROM own AS o
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, c.relnamespace
         , pg_catalog.concat_ws('|', 'relation', c.relkind, pg_catalog.pg_get_userbyid(c.relowner), c.relpersistence, c.relrowsecurity
             , c.relforcerowsecurity, c.relreplident, c.relispartition
             , (SELECT pg_catalog.string_agg(o, ',' ORDER BY o COLLATE "C") FROM pg_catalog.unnest(c.reloptions) AS o)
             , (SELECT amname FROM pg_catalog.pg_am WHERE oid = c.relam)
             , pg_catalog.pg_get_partkeydef(c.oid)
             , pg_catalog.pg_get_expr(c.relpartbound, c.oid)
             , (SELECT pg_catalog.string_agg(p.inhparent::pg_catalog.regclass::pg_catalog.text, ',' ORDER BY p.inhseqno)
                  FROM pg_catalog.pg_inherits AS p
                 WHERE p.inhrelid = c.oid)
             , CASE WHEN c.relkind = 'c' THEN '' ELSE (
                   SELECT pg_catalog.string_agg(a::pg_catalog.text, ',' ORDER BY a::pg_catalog.text COLLATE "C")
                     FROM pg_catalog.unnest(coalesce(c.relacl, pg_catalog.acldefault(
                          CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r'::"char" END, c.relowner))) AS a) END)
      FROM relation AS c
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, c.relnamespace
         , pg_catalog.concat_ws('|', 'column'
             , CASE WHEN c.relispartition OR NOT EXISTS (SELECT FROM pg_catalog.pg_inherits WHERE inhrelid = c.oid) THEN
                   pg_catalog.row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum) END
             , a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attstorage
             , (SELECT collname FROM pg_catalog.pg_collation WHERE oid = a.attcollation), a.attoptions, a.attfdwoptions
             , pg_catalog.pg_get_expr(d.adbin, d.adrelid)
             , (SELECT pg_catalog.string_agg(i::pg_catalog.text, ',' ORDER BY i::pg_catalog.text COLLATE "C")
                  FROM pg_catalog.unnest(a.attacl) AS i))
      FROM relation AS c
      JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE c.relkind <> 'S'
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, c.relnamespace
         , 'query|' || pg_catalog.pg_get_viewdef(c.oid)
      FROM relation AS c
     WHERE c.relkind IN ('v', 'm')
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, c.relnamespace
         , pg_catalog.concat_ws('|', 'sequence', pg_catalog.format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmax, s.seqmin
             , s.seqcache, s.seqcycle)
      FROM relation AS c
      JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.oid
    UNION ALL
    SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid, c.relnamespace
         , CASE WHEN k.coninhcount = 0
               THEN pg_catalog.concat_ws('|', k.contype, k.convalidated, pg_catalog.pg_get_constraintdef(k.oid))
               ELSE pg_catalog.concat_ws('|', k.contype, true, pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(k.oid), ' NOT VALID$', '')) END
      FROM pg_catalog.pg_constraint AS k
      JOIN relation AS c ON c.oid = k.conrelid
     WHERE k.conparentid = 0
       AND k.contype NOT IN ('n', 't')
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, i.indexrelid, c.relnamespace
         , pg_catalog.concat_ws('|', pg_catalog.pg_get_indexdef(i.indexrelid), i.indisclustered, i.indisreplident)
      FROM pg_catalog.pg_index AS i
      JOIN relation AS c ON c.oid = i.indrelid
     WHERE i.indisvalid OR c.relkind = 'p'
    UNION ALL
    SELECT 'pg_catalog.pg_trigger'::pg_catalog.regclass, t.oid, c.relnamespace
         , pg_catalog.concat_ws('|', t.tgenabled, pg_catalog.pg_get_triggerdef(t.oid))
      FROM pg_catalog.pg_trigger AS t
      JOIN relation AS c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal
       AND t.tgparentid = 0
    UNION ALL
    SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass, r.oid, c.relnamespace
         , pg_catalog.concat_ws('|', r.ev_enabled, pg_catalog.pg_get_ruledef(r.oid))
      FROM pg_catalog.pg_rewrite AS r
      JOIN relation AS c ON c.oid = r.ev_class
     WHERE r.rulename <> '_RETURN'
    UNION ALL
    SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass, p.oid, c.relnamespace
         , pg_catalog.concat_ws('|', p.polcmd, p.polpermissive
             , (SELECT pg_catalog.string_agg(CASE r WHEN 0 THEN '' ELSE pg_catalog.pg_get_userbyid(r) END, ',' ORDER BY pg_catalog.pg_get_userbyid(r))
                  FROM pg_catalog.unnest(p.polroles) AS r)
             , pg_catalog.pg_get_expr(p.polqual, p.polrelid)
             , 'check', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
      FROM pg_catalog.pg_policy AS p
      JOIN relation AS c ON c.oid = p.polrelid
    UNION ALL
    SELECT 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass, s.oid, s.stxnamespace
         , pg_catalog.concat_ws('|', pg_catalog.pg_get_userbyid(s.stxowner), pg_catalog.pg_get_statisticsobjdef(s.oid))
      FROM pg_catalog.pg_statistic_ext AS s
      JOIN relation AS c ON c.oid = s.stxrelid
    UNION ALL
    SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, t.typnamespace
         , pg_catalog.concat_ws('|', t.typtype, pg_catalog.pg_get_userbyid(t.typowner), t.typnotnull, t.typdefault
             , pg_catalog.format_type(nullif(t.typbasetype, 0), t.typtypmod)
             , (SELECT pg_catalog.string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid)
             , (SELECT pg_catalog.format_type(r.rngsubtype, NULL) FROM pg_catalog.pg_range AS r WHERE r.rngtypid = t.oid)
             , (SELECT pg_catalog.string_agg(k.conname || ' ' || pg_catalog.pg_get_constraintdef(k.oid), ',' ORDER BY k.conname)
                  FROM pg_catalog.pg_constraint AS k
                 WHERE k.contypid = t.oid
                   AND k.contype = 'c')
             , (SELECT pg_catalog.string_agg(a::pg_catalog.text, ',' ORDER BY a::pg_catalog.text COLLATE "C")
                  FROM pg_catalog.unnest(coalesce(t.typacl, pg_catalog.acldefault('T', t.typowner))) AS a))
      FROM pg_catalog.pg_type AS t
      JOIN own ON own.oid = t.typnamespace
     WHERE t.typtype IN ('b', 'd', 'e', 'r')
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS e WHERE e.typarray = t.oid)
       AND NOT EXISTS (SELECT FROM member WHERE classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND objid = t.oid)
    UNION ALL
    SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, p.pronamespace
         , pg_catalog.concat_ws('|', p.prokind, pg_catalog.pg_get_userbyid(p.proowner), pg_catalog.format_type(p.prorettype, NULL)
             , CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid) END
             , (SELECT pg_catalog.string_agg(a::pg_catalog.text, ',' ORDER BY a::pg_catalog.text COLLATE "C")
                  FROM pg_catalog.unnest(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) AS a))
      FROM pg_catalog.pg_proc AS p
      JOIN own ON own.oid = p.pronamespace
     WHERE NOT EXISTS (SELECT FROM member WHERE classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND objid = p.oid)
       AND NOT EXISTS (
           SELECT
             FROM pg_catalog.pg_depend AS d
            WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
              AND d.objid = p.oid
              AND d.deptype = 'i')
    UNION ALL
    SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass, o.oid, o.oid
         , pg_catalog.concat_ws('|', 'access', (
               SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', CASE a.grantee WHEN 0 THEN '' ELSE pg_catalog.pg_get_userbyid(a.grantee) END
                        , a.privilege_type, a.is_grantable), ',' ORDER BY pg_catalog.pg_get_userbyid(a.grantee), a.privilege_type)
                 FROM pg_catalog.aclexplode(coalesce(o.nspacl, pg_catalog.acldefault('n', o.nspowner))) AS a
                WHERE a.grantee <> o.nspowner))
      FROM own AS o
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, c.relnamespace
         , pg_catalog.concat_ws('|', 'access', c.relrowsecurity, c.relforcerowsecurity, (
               SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', CASE a.grantee WHEN 0 THEN '' ELSE pg_catalog.pg_get_userbyid(a.grantee) END
                        , a.privilege_type, a.is_grantable), ',' ORDER BY pg_catalog.pg_get_userbyid(a.grantee), a.privilege_type)
                 FROM pg_catalog.aclexplode(c.relacl) AS a
                WHERE a.grantee <> c.relowner))
      FROM relation AS c
     WHERE c.relkind <> 'c'
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, c.relnamespace
         , pg_catalog.concat_ws('|', 'access', a.attname, (
               SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', CASE g.grantee WHEN 0 THEN '' ELSE pg_catalog.pg_get_userbyid(g.grantee) END
                        , g.privilege_type, g.is_grantable), ',' ORDER BY pg_catalog.pg_get_userbyid(g.grantee), g.privilege_type)
                 FROM pg_catalog.aclexplode(a.attacl) AS g
                WHERE g.grantee <> c.relowner))
      FROM relation AS c
      JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE EXISTS (SELECT FROM pg_catalog.aclexplode(a.attacl) AS g WHERE g.grantee <> c.relowner)
    UNION ALL
    SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass, p.oid, c.relnamespace
         , pg_catalog.concat_ws('|', 'access', p.polcmd, p.polpermissive, (
               SELECT pg_catalog.string_agg(CASE r WHEN 0 THEN '' ELSE pg_catalog.pg_get_userbyid(r) END, ',' ORDER BY pg_catalog.pg_get_userbyid(r))
                 FROM pg_catalog.unnest(p.polroles) AS r))
      FROM pg_catalog.pg_policy AS p
      JOIN relation AS c ON c.oid = p.polrelid
    UNION ALL
    SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, t.typnamespace
         , pg_catalog.concat_ws('|', 'access', (
               SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', CASE a.grantee WHEN 0 THEN '' ELSE pg_catalog.pg_get_userbyid(a.grantee) END
                        , a.privilege_type, a.is_grantable), ',' ORDER BY pg_catalog.pg_get_userbyid(a.grantee), a.privilege_type)
                 FROM pg_catalog.aclexplode(coalesce(t.typacl, pg_catalog.acldefault('T', t.typowner))) AS a
                WHERE a.grantee <> t.typowner))
      FROM pg_catalog.pg_type AS t
      JOIN own ON own.oid = t.typnamespace
     WHERE t.typtype IN ('b', 'd', 'e', 'r')
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS e WHERE e.typarray = t.oid)
       AND NOT EXISTS (SELECT FROM member WHERE classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND objid = t.oid)
    UNION ALL
    SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, p.pronamespace
         , pg_catalog.concat_ws('|', 'access', p.prosecdef, (
               SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', CASE a.grantee WHEN 0 THEN '' ELSE pg_catalog.pg_get_userbyid(a.grantee) END
                        , a.privilege_type, a.is_grantable), ',' ORDER BY pg_catalog.pg_get_userbyid(a.grantee), a.privilege_type)
                 FROM pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) AS a
                WHERE a.grantee <> p.proowner))
      FROM pg_catalog.pg_proc AS p
      JOIN own ON own.oid = p.pronamespace
     WHERE NOT EXISTS (SELECT FROM member WHERE classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND objid = p.oid)
       AND NOT EXISTS (
           SELECT
             FROM pg_catalog.pg_depend AS d
            WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
              AND d.objid = p.oid
              AND d.deptype = 'i')
    UNION ALL
    SELECT 'pg_catalog.pg_default_acl'::pg_catalog.regclass, d.oid, d.defaclnamespace
         , pg_catalog.concat_ws('|', d.defaclobjtype, (
               SELECT pg_catalog.string_agg(a::pg_catalog.text, ',' ORDER BY a::pg_catalog.text COLLATE "C")
                 FROM pg_catalog.unnest(d.defaclacl) AS a))
      FROM pg_catalog.pg_default_acl AS d
    UNION ALL
    SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid, 0
         , pg_catalog.concat_ws('|', pg_catalog.pg_get_userbyid(p.pubowner), p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate
             , p.pubviaroot
             , (SELECT pg_catalog.string_agg(r.prrelid::pg_catalog.regclass::pg_catalog.text, ',' ORDER BY r.prrelid::pg_catalog.regclass::pg_catalog.text COLLATE "C")
                  FROM pg_catalog.pg_publication_rel AS r
                 WHERE r.prpubid = p.oid)
             , (SELECT pg_catalog.string_agg(s.pnnspid::pg_catalog.regnamespace::pg_catalog.text, ',' ORDER BY s.pnnspid::pg_catalog.regnamespace::pg_catalog.text COLLATE "C") -- 15+
                  FROM pg_catalog.pg_publication_namespace AS s -- 15+
                 WHERE s.pnpubid = p.oid) -- 15+
             )
      FROM pg_catalog.pg_publication AS p
    UNION ALL
    SELECT 'pg_catalog.pg_extension'::pg_catalog.regclass, e.oid, 0
         , (SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = e.extnamespace)
      FROM pg_catalog.pg_extension AS e
    UNION ALL
    SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, e.oid, 0
         , pg_catalog.concat_ws('|', e.evtevent, pg_catalog.pg_get_userbyid(e.evtowner), e.evtfoid::pg_catalog.regprocedure, e.evtenabled, e.evttags)
      FROM pg_catalog.pg_event_trigger AS e
    UNION ALL
    SELECT o.class, o.oid, o.namespace, 'is there'
      FROM (
            SELECT tableoid AS class, oid, 0::pg_catalog.oid AS namespace FROM pg_catalog.pg_cast
            UNION ALL
            SELECT tableoid, oid, collnamespace FROM pg_catalog.pg_collation
            UNION ALL
            SELECT tableoid, oid, connamespace FROM pg_catalog.pg_conversion
            UNION ALL
            SELECT tableoid, oid, oprnamespace FROM pg_catalog.pg_operator
            UNION ALL
            SELECT tableoid, oid, opcnamespace FROM pg_catalog.pg_opclass
            UNION ALL
            SELECT tableoid, oid, opfnamespace FROM pg_catalog.pg_opfamily
            UNION ALL
            SELECT tableoid, oid, prsnamespace FROM pg_catalog.pg_ts_parser
            UNION ALL
            SELECT tableoid, oid, dictnamespace FROM pg_catalog.pg_ts_dict
            UNION ALL
            SELECT tableoid, oid, tmplnamespace FROM pg_catalog.pg_ts_template
            UNION ALL
            SELECT tableoid, oid, cfgnamespace FROM pg_catalog.pg_ts_config
            UNION ALL
            SELECT tableoid, oid, 0 FROM pg_catalog.pg_language
            UNION ALL
            SELECT tableoid, oid, 0 FROM pg_catalog.pg_foreign_data_wrapper
            UNION ALL
            SELECT tableoid, oid, 0 FROM pg_catalog.pg_foreign_server
            UNION ALL
            SELECT tableoid, oid, 0 FROM pg_catalog.pg_transform
            UNION ALL
            SELECT tableoid, oid, 0 FROM pg_catalog.pg_am
           ) AS o
     WHERE o.oid >= 16384
       AND o.namespace <> 'pg_catalog'::pg_catalog.regnamespace
       AND NOT EXISTS (SELECT FROM member WHERE classid = o.class AND objid = o.oid)
    UNION ALL
    SELECT d.classoid, d.objoid, 0
         , pg_catalog.concat_ws('|', 'comment', (
               SELECT attname FROM pg_catalog.pg_attribute WHERE attrelid = d.objoid AND attnum = d.objsubid AND d.objsubid > 0), d.description)
      FROM pg_catalog.pg_description AS d
     WHERE d.objoid >= 16384
       AND NOT EXISTS (SELECT FROM member WHERE classid = d.classoid AND objid = d.objoid)
       AND NOT EXISTS (
           SELECT
             FROM pg_catalog.pg_constraint AS k
            WHERE d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
              AND k.oid = d.objoid
              AND k.contype IN ('c', 'f')
              AND (k.conparentid <> 0 OR NOT k.conislocal))
       AND NOT EXISTS (
           SELECT
             FROM pg_catalog.pg_index AS i
             JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid
            WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
              AND i.indexrelid = d.objoid
              AND NOT i.indisvalid
              AND c.relkind <> 'p')
       AND NOT EXISTS (
           SELECT
             FROM pg_catalog.pg_collation AS k
            WHERE d.classoid = 'pg_catalog.pg_collation'::pg_catalog.regclass
              AND k.oid = d.objoid
              AND k.collnamespace = 'pg_catalog'::pg_catalog.regnamespace)
)
SELECT d.class
     , d.oid
     , s.nspname
     , i.type || ' ' || i.identity AS object
     , d.part
  FROM definition AS d
 CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.class, d.oid, 0) AS i
  LEFT JOIN pg_catalog.pg_namespace AS s ON s.oid = d.namespace
 WHERE i.identity IS NOT NULL
 ORDER BY d.class, d.oid, s.nspname NULLS LAST, d.part COLLATE "C"
