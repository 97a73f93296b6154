-- One hash over what plans are made from: names, places, owners, privileges and kinds of what can move, what makes it
-- follow something else, and where names are looked for. Of expressions and of routines, which are large, it takes which transaction wrote them. Runs under search_path = pg_catalog. No column that traffic or maintenance changes is in it.
SELECT md5(concat_ws(',',
    (SELECT string_agg(md5(ROW(n.oid, n.nspname, n.nspowner, n.nspacl)::text), '' ORDER BY n.oid)
       FROM pg_namespace n
      WHERE n.nspname !~ '^pg_(temp|toast_temp)_'),
    (SELECT md5(string_agg(ROW(c.oid, c.relname, c.relnamespace, c.reltype, c.relowner, c.relkind, c.relispartition, c.relacl)::text, '' ORDER BY c.oid))
       FROM pg_class c
      WHERE c.oid >= 16384 AND c.relpersistence <> 't' AND c.relkind NOT IN ('t', 'i', 'I')),
    (SELECT md5(string_agg(ROW(a.attrelid, a.attnum, a.attacl)::text, '' ORDER BY a.attrelid, a.attnum))
       FROM pg_attribute a
      WHERE a.attrelid >= 16384 AND a.attacl IS NOT NULL),
    (SELECT md5(string_agg(ROW(i.inhrelid, i.inhparent)::text, '' ORDER BY i.inhrelid, i.inhparent))
       FROM pg_inherits i),
    (SELECT md5(string_agg(ROW(x.indexrelid, x.indrelid, i.relname, i.relowner)::text, '' ORDER BY x.indexrelid))
       FROM pg_index x
       JOIN pg_class i ON i.oid = x.indexrelid
      WHERE x.indexrelid >= 16384 AND i.relpersistence <> 't' AND i.relnamespace <> 'pg_toast'::regnamespace),
    (SELECT md5(string_agg(ROW(o.oid, o.conname, o.connamespace, o.conrelid, o.contypid, o.confrelid)::text, '' ORDER BY o.oid))
       FROM pg_constraint o
      WHERE o.oid >= 16384 AND (SELECT n.nspname !~ '^pg_' FROM pg_namespace n WHERE n.oid = o.connamespace)),
    (SELECT md5(string_agg(ROW(p.oid, p.proname, p.pronamespace, p.proowner, p.prokind, p.proargtypes, p.proacl, p.xmin)::text, '' ORDER BY p.oid))
       FROM pg_proc p
      WHERE p.oid >= 16384),
    (SELECT md5(string_agg(ROW(t.oid, t.typname, t.typnamespace, t.typowner, t.typtype, t.typacl)::text, '' ORDER BY t.oid))
       FROM pg_type t
      WHERE t.oid >= 16384 AND t.typrelid = 0
        AND (SELECT n.nspname !~ '^pg_' FROM pg_namespace n WHERE n.oid = t.typnamespace)),
    (SELECT md5(string_agg(ROW(r.oid, r.ev_class, r.xmin)::text, '' ORDER BY r.oid))
       FROM pg_rewrite r
       JOIN pg_class c ON c.oid = r.ev_class
      WHERE r.oid >= 16384 AND c.relpersistence <> 't'),
    (SELECT md5(string_agg(ROW(f.oid, f.adrelid, f.adnum, f.xmin)::text, '' ORDER BY f.oid))
       FROM pg_attrdef f
       JOIN pg_class c ON c.oid = f.adrelid
      WHERE f.oid >= 16384 AND c.relpersistence <> 't'),
    (SELECT md5(string_agg(ROW(p.oid, p.polrelid, p.xmin)::text, '' ORDER BY p.oid))
       FROM pg_policy p
       JOIN pg_class c ON c.oid = p.polrelid
      WHERE c.relpersistence <> 't'),
    (SELECT md5(string_agg(ROW(o.oid, o.oprname, o.oprnamespace, o.oprowner, o.oprleft, o.oprright)::text, '' ORDER BY o.oid))
       FROM pg_operator o
      WHERE o.oid >= 16384),
    (SELECT md5(string_agg(ROW(o.oid, o.opcname, o.opcnamespace, o.opcowner, o.opcmethod)::text, '' ORDER BY o.oid))
       FROM pg_opclass o
      WHERE o.oid >= 16384),
    (SELECT md5(string_agg(ROW(o.oid, o.opfname, o.opfnamespace, o.opfowner, o.opfmethod)::text, '' ORDER BY o.oid))
       FROM pg_opfamily o
      WHERE o.oid >= 16384),
    (SELECT md5(string_agg(ROW(o.oid, o.collname, o.collnamespace, o.collowner)::text, '' ORDER BY o.oid))
       FROM pg_collation o
      WHERE o.oid >= 16384),
    (SELECT md5(string_agg(ROW(o.oid, o.conname, o.connamespace, o.conowner)::text, '' ORDER BY o.oid))
       FROM pg_conversion o
      WHERE o.oid >= 16384),
    (SELECT md5(string_agg(ROW(o.oid, o.cfgname, o.cfgnamespace, o.cfgowner)::text, '' ORDER BY o.oid))
       FROM pg_ts_config o
      WHERE o.oid >= 16384),
    (SELECT md5(string_agg(ROW(o.oid, o.dictname, o.dictnamespace, o.dictowner)::text, '' ORDER BY o.oid))
       FROM pg_ts_dict o
      WHERE o.oid >= 16384),
    (SELECT md5(string_agg(ROW(o.oid, o.prsname, o.prsnamespace)::text, '' ORDER BY o.oid))
       FROM pg_ts_parser o
      WHERE o.oid >= 16384),
    (SELECT md5(string_agg(ROW(o.oid, o.tmplname, o.tmplnamespace)::text, '' ORDER BY o.oid))
       FROM pg_ts_template o
      WHERE o.oid >= 16384),
    (SELECT md5(string_agg(ROW(s.oid, s.stxrelid, s.stxname, s.stxnamespace, s.stxowner)::text, '' ORDER BY s.oid))
       FROM pg_statistic_ext s),
    (SELECT md5(string_agg(ROW(d.classid, d.objid, d.refclassid, d.refobjid, d.deptype)::text, ''
                           ORDER BY d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid, d.deptype))
       FROM pg_depend d
      WHERE d.deptype = 'e'
         OR d.deptype IN ('a', 'i') AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
            AND d.refobjsubid > 0 AND d.objid >= 16384
            AND (SELECT s.relkind = 'S' AND s.relpersistence <> 't' FROM pg_class s WHERE s.oid = d.objid)),
    (SELECT md5(string_agg(ROW(a.oid, a.defaclrole, a.defaclnamespace, a.defaclobjtype, a.defaclacl)::text, '' ORDER BY a.oid))
       FROM pg_default_acl a),
    (SELECT md5(string_agg(ROW(r.oid, r.prpubid, r.prrelid)::text, '' ORDER BY r.oid))
       FROM pg_publication_rel r),
    (SELECT md5(string_agg(ROW(s.oid, s.pnpubid, s.pnnspid)::text, '' ORDER BY s.oid)) -- 15+
       FROM pg_publication_namespace s),                                               -- 15+
    (SELECT md5(string_agg(ROW(s.setdatabase, s.setrole, c.setting)::text, '' ORDER BY s.setdatabase, s.setrole))
       FROM pg_db_role_setting s
      CROSS JOIN unnest(s.setconfig) AS c(setting)
      WHERE (starts_with(c.setting, 'search_path=') OR starts_with(c.setting, 'pgrst.db_schemas='))
        AND s.setdatabase IN (0, (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()))),
    (SELECT md5(string_agg(ROW(m.roleid, m.member)::text, '' ORDER BY m.roleid, m.member))
       FROM pg_auth_members m))) AS hash
