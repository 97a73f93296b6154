-- The columns of a table of the journal, as name, owner of the table, whether the current role may read it; an owner of the
-- schema or the table whom the current role must not trust; what runs or hides something when the table is used.
SELECT a.attname,
       pg_catalog.pg_get_userbyid(c.relowner) AS owner,
       pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT') AS readable,
       (SELECT min(r.rolname::pg_catalog.text)
          FROM pg_catalog.pg_roles r
          JOIN pg_catalog.pg_roles me ON me.rolname = CURRENT_USER
         WHERE r.oid IN (n.nspowner, c.relowner)
           AND r.oid <> me.oid
           AND NOT r.rolsuper
           -- A superuser has everybody's rights, and yet must not run what everybody wrote.
           AND (me.rolsuper OR NOT pg_catalog.pg_has_role(me.oid, r.oid, 'USAGE'))) AS stranger,
       (SELECT pg_catalog.string_agg(m.name, ', ' ORDER BY m.name)
          FROM (SELECT 'trigger ' || pg_catalog.quote_ident(t.tgname) AS name
                  FROM pg_catalog.pg_trigger t
                 WHERE t.tgrelid = c.oid
                   AND NOT t.tgisinternal
                UNION ALL
                SELECT 'rule ' || pg_catalog.quote_ident(w.rulename)
                  FROM pg_catalog.pg_rewrite w
                 WHERE w.ev_class = c.oid
                UNION ALL
                SELECT 'policy ' || pg_catalog.quote_ident(p.polname)
                  FROM pg_catalog.pg_policy p
                 WHERE p.polrelid = c.oid
                UNION ALL
                SELECT 'row security'
                 WHERE c.relrowsecurity) AS m) AS additions
  FROM pg_catalog.pg_namespace n
  JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
 WHERE n.nspname = ?::pg_catalog.name
   AND c.relname = ?::pg_catalog.name
   AND c.relkind = 'r'
   AND a.attnum > 0
   AND NOT a.attisdropped
 ORDER BY a.attnum
