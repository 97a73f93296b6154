-- Objects of which little is looked at: what a row holds, as one text without the schema it is in and what maintenance writes,
-- together with the rows that are its parts. Those in a schema come with what their commands name them by and with their owners; the
-- others with a name for people; a foreign server also with whether it is this database, an event
-- trigger with the routine that it calls as things move. Routines stand as OIDs, since the server prints their names with the schema that they are in.
-- Of the database itself, its settings for everyone and for each role; not whom it lets in. Of a family of the server's own, what
-- others added. Not the options of user mappings: they are shown to few, so that one role would see a change where another left none.
SELECT o.class
     , o.oid
     , o.name
     , n.nspname
     , o.arguments
     , pg_catalog.pg_get_userbyid(o.owner) AS owner
     , o.state
  FROM (
        SELECT 'pg_catalog.pg_am'::pg_catalog.regclass::pg_catalog.oid AS class
             , oid
             , 0::pg_catalog.oid AS namespace
             , pg_catalog.quote_ident(amname) AS name
             , '' AS arguments
             , 0::pg_catalog.oid AS owner
             , ROW(amname, amhandler::pg_catalog.oid, amtype)::pg_catalog.text AS state
          FROM pg_catalog.pg_am
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_cast'::pg_catalog.regclass, oid, 0
             , '(' || pg_catalog.format_type(castsource, NULL) || ' AS ' || pg_catalog.format_type(casttarget, NULL) || ')'
             , ''
             , 0
             , ROW(castsource, casttarget, castfunc, castcontext, castmethod)::pg_catalog.text
          FROM pg_catalog.pg_cast
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_collation'::pg_catalog.regclass, oid, collnamespace
             , c.collname
             , ''
             , collowner
             , (pg_catalog.to_jsonb(c) - '{oid,collnamespace,collversion}'::pg_catalog.text[])::pg_catalog.text
          FROM pg_catalog.pg_collation AS c
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_conversion'::pg_catalog.regclass, oid, connamespace
             , conname
             , ''
             , conowner
             , ROW(conname, conowner, conforencoding, contoencoding, conproc::pg_catalog.oid, condefault)::pg_catalog.text
          FROM pg_catalog.pg_conversion
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_database'::pg_catalog.regclass, d.oid, 0
             , pg_catalog.quote_ident(d.datname)
             , ''
             , 0
             , ROW(d.datname, d.datdba, d.datistemplate, d.dattablespace, d.datacl, s.settings)::pg_catalog.text
          FROM pg_catalog.pg_database AS d
          LEFT JOIN (
                SELECT setdatabase
                     , pg_catalog.array_agg(ROW(setrole, setconfig)::pg_catalog.text ORDER BY setrole) AS settings
                  FROM pg_catalog.pg_db_role_setting
                 GROUP BY setdatabase
               ) AS s ON s.setdatabase = d.oid
         WHERE d.datname = pg_catalog.current_database()
        UNION ALL
        SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, oid, 0
             , pg_catalog.quote_ident(evtname)
             , (CASE WHEN evtenabled IN ('O', 'A') AND evtevent IN ('ddl_command_start', 'ddl_command_end')
                      AND (evttags IS NULL OR EXISTS (
                           SELECT
                             FROM pg_catalog.unnest(evttags) AS tag
                            WHERE pg_catalog.starts_with(tag, 'ALTER ')
                               OR tag IN ('CREATE SCHEMA', 'GRANT', 'REVOKE', 'COMMENT', 'CREATE FUNCTION', 'CREATE PROCEDURE', 'CREATE VIEW', 'DROP VIEW')))
                     THEN evtfoid ELSE 0 END)::pg_catalog.text
             , 0
             , ROW(evtname, evtevent, evtowner, evtfoid, evtenabled, evttags)::pg_catalog.text
          FROM pg_catalog.pg_event_trigger
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, oid, 0
             , pg_catalog.quote_ident(fdwname)
             , ''
             , 0
             , ROW(fdwname, fdwowner, fdwhandler, fdwvalidator, fdwacl, fdwoptions)::pg_catalog.text
          FROM pg_catalog.pg_foreign_data_wrapper
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, oid, 0
             , pg_catalog.quote_ident(srvname)
             , CASE
               WHEN NOT EXISTS (
                    SELECT
                      FROM pg_catalog.pg_foreign_data_wrapper AS w
                      JOIN pg_catalog.pg_proc AS h ON h.oid = w.fdwhandler
                     WHERE w.oid = srvfdw
                       AND h.proname = 'postgres_fdw_handler')
                 OR 'dbname=' || pg_catalog.current_database() <> ALL (coalesce(srvoptions, '{}')) THEN 'NO'
               WHEN 'port=' || pg_catalog.current_setting('port') = ANY (srvoptions) AND NOT EXISTS (
                    SELECT
                      FROM pg_catalog.pg_options_to_table(srvoptions) AS o
                     WHERE o.option_name IN ('host', 'hostaddr')
                       AND o.option_value NOT IN ('localhost', '127.0.0.1', '::1')
                       AND NOT pg_catalog.starts_with(o.option_value, '/')) THEN 'YES'
               ELSE 'MAYBE' END
             , 0
             , ROW(srvname, srvowner, srvfdw, srvtype, srvversion, srvacl, srvoptions)::pg_catalog.text
          FROM pg_catalog.pg_foreign_server
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_language'::pg_catalog.regclass, oid, 0
             , pg_catalog.quote_ident(lanname)
             , ''
             , 0
             , ROW(lanname, lanowner, lanispl, lanpltrusted, lanplcallfoid, laninline, lanvalidator, lanacl)::pg_catalog.text
          FROM pg_catalog.pg_language
        UNION ALL
        SELECT 'pg_catalog.pg_opclass'::pg_catalog.regclass, oid, opcnamespace
             , opcname
             , (SELECT pg_catalog.quote_ident(amname) FROM pg_catalog.pg_am AS m WHERE m.oid = opcmethod)
             , opcowner
             , ROW(opcmethod, opcname, opcowner, opcfamily, opcintype, opcdefault, opckeytype)::pg_catalog.text
          FROM pg_catalog.pg_opclass
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass, oid, oprnamespace
             , oprname
             , CASE oprleft WHEN 0 THEN 'NONE' ELSE pg_catalog.format_type(oprleft, NULL) END || ', '
               || CASE oprright WHEN 0 THEN 'NONE' ELSE pg_catalog.format_type(oprright, NULL) END
             , oprowner
             , ROW(oprname, oprowner, oprkind, oprcanmerge, oprcanhash, oprleft, oprright, oprresult, oprcom, oprnegate
                 , oprcode::pg_catalog.oid, oprrest::pg_catalog.oid, oprjoin::pg_catalog.oid)::pg_catalog.text
          FROM pg_catalog.pg_operator
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_opfamily'::pg_catalog.regclass, f.oid, f.opfnamespace
             , f.opfname
             , (SELECT pg_catalog.quote_ident(amname) FROM pg_catalog.pg_am AS m WHERE m.oid = f.opfmethod)
             , f.opfowner
             , ROW(f.opfmethod, f.opfname, f.opfowner, operators.list, routines.list)::pg_catalog.text
          FROM pg_catalog.pg_opfamily AS f
          LEFT JOIN (
                SELECT amopfamily
                     , pg_catalog.array_agg(
                           ROW(amoplefttype, amoprighttype, amopstrategy, amoppurpose, amopopr, amopsortfamily)::pg_catalog.text
                           ORDER BY amoplefttype, amoprighttype, amopstrategy, amoppurpose, amopopr) AS list
                  FROM pg_catalog.pg_amop
                 WHERE oid >= 16384
                 GROUP BY amopfamily
               ) AS operators ON operators.amopfamily = f.oid
          LEFT JOIN (
                SELECT amprocfamily
                     , pg_catalog.array_agg(
                           ROW(amproclefttype, amprocrighttype, amprocnum, amproc::pg_catalog.oid)::pg_catalog.text
                           ORDER BY amproclefttype, amprocrighttype, amprocnum) AS list
                  FROM pg_catalog.pg_amproc
                 WHERE oid >= 16384
                 GROUP BY amprocfamily
               ) AS routines ON routines.amprocfamily = f.oid
         WHERE f.oid >= 16384 OR operators.list IS NOT NULL OR routines.list IS NOT NULL
        UNION ALL
        SELECT 'pg_catalog.pg_transform'::pg_catalog.regclass, oid, 0
             , 'for ' || pg_catalog.format_type(trftype, NULL)
             , ''
             , 0
             , ROW(trftype, trflang, trffromsql::pg_catalog.oid, trftosql::pg_catalog.oid)::pg_catalog.text
          FROM pg_catalog.pg_transform
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass, c.oid, c.cfgnamespace
             , c.cfgname
             , ''
             , c.cfgowner
             , ROW(c.cfgname, c.cfgowner, c.cfgparser, m.list)::pg_catalog.text
          FROM pg_catalog.pg_ts_config AS c
          LEFT JOIN (
                SELECT mapcfg
                     , pg_catalog.array_agg(ROW(maptokentype, mapseqno, mapdict)::pg_catalog.text
                                            ORDER BY maptokentype, mapseqno) AS list
                  FROM pg_catalog.pg_ts_config_map
                 WHERE mapcfg >= 16384
                 GROUP BY mapcfg
               ) AS m ON m.mapcfg = c.oid
         WHERE c.oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, oid, dictnamespace
             , dictname
             , ''
             , dictowner
             , ROW(dictname, dictowner, dicttemplate, dictinitoption)::pg_catalog.text
          FROM pg_catalog.pg_ts_dict
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_ts_parser'::pg_catalog.regclass, oid, prsnamespace
             , prsname
             , ''
             , 10
             , ROW(prsname, prsstart::pg_catalog.oid, prstoken::pg_catalog.oid, prsend::pg_catalog.oid
                 , prsheadline::pg_catalog.oid, prslextype::pg_catalog.oid)::pg_catalog.text
          FROM pg_catalog.pg_ts_parser
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_ts_template'::pg_catalog.regclass, oid, tmplnamespace
             , tmplname
             , ''
             , 10
             , ROW(tmplname, tmplinit::pg_catalog.oid, tmpllexize::pg_catalog.oid)::pg_catalog.text
          FROM pg_catalog.pg_ts_template
         WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_catalog.pg_user_mapping'::pg_catalog.regclass, umid, 0
             , pg_catalog.quote_ident(usename) || ' on server ' || pg_catalog.quote_ident(srvname)
             , ''
             , 0
             , ROW(umuser, srvid)::pg_catalog.text
          FROM pg_catalog.pg_user_mappings
         WHERE umid >= 16384
       ) AS o
  LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = o.namespace
 WHERE n.nspname IS NULL
    OR n.nspname = 'pg_catalog'
    OR NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY o.class, o.name COLLATE "C", o.oid
