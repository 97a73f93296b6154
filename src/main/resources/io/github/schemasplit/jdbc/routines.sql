-- Functions, procedures, aggregates and window functions. The identity arguments are types alone, which every command
-- takes; with a search_path of pg_catalog they are qualified. An aggregate without arguments is written with a star.
-- What hinders the role from replacing a routine: see ReplaceObstacle. Of constants of types of users in its defaults, which may hinder
-- too, the first column only says whether there are any: foreign-constants.sql goes on from there.
WITH settable AS MATERIALIZED (
    SELECT pg_catalog.lower(s.name) AS name
      FROM pg_catalog.pg_show_all_settings() AS s
     WHERE s.context = 'user'
        OR pg_catalog.has_parameter_privilege(s.name, 'SET') -- 15+
)
SELECT p.pronargdefaults > 0
            AND p.prokind <> 'a'
            AND l.lanname IN ('sql', 'plpgsql')
            AND p.proargdefaults::pg_catalog.text ~ ':consttype [0-9]{5,} [^}]*:constisnull false' AS constants
     , p.oid
     , n.nspname
     , p.proname
     , CASE WHEN p.prokind = 'a' AND p.pronargs = 0 THEN '*' ELSE pg_catalog.oidvectortypes(p.proargtypes) END
           AS identity_arguments
     , p.proargtypes
     , p.prorettype
     , p.prokind
     , l.lanname
     , pg_catalog.pg_get_userbyid(p.proowner) AS owner
     , nullif(p.proacl, pg_catalog.acldefault('f', p.proowner))
     , p.prosecdef
     , p.proconfig
     , p.prosrc
     , CASE
       WHEN p.prosqlbody IS NOT NULL THEN NULL -- 14+
       WHEN p.prokind <> 'a' AND l.lanname IN ('sql', 'plpgsql') THEN (
            -- It ends with the body between two tags, and a line end. A tag is as long as it must be not to be in the body.
            -- Who replaces the routine meanwhile makes it end otherwise, since it is read as it is now: then it is empty.
            SELECT CASE
                   WHEN pg_catalog.right(d.text, pg_catalog.length(ending.text)) = ending.text
                   THEN pg_catalog.left(d.text, -pg_catalog.length(ending.text))
                   ELSE ''
                   END
              FROM pg_catalog.pg_get_functiondef(p.oid) AS d(text)
                 , LATERAL (
                   SELECT coalesce(pg_catalog.substring(pg_catalog.right(d.text, 100), '([$][a-z]+[$])[[:space:]]$')
                                 , pg_catalog.substring(d.text, '([$][a-z]+[$])[[:space:]]$'))
                   OFFSET 0) AS tag(text)
                 , LATERAL (SELECT pg_catalog.concat(tag.text, p.prosrc, tag.text, E'\n') OFFSET 0) AS ending(text))
       END AS definition
     , CASE
       WHEN p.prokind = 'a' OR l.lanname NOT IN ('sql', 'plpgsql') THEN 'NONE'
       WHEN pg_catalog.to_char(p.procost, '9.99999EEEE')::pg_catalog.float4 <> p.procost
         OR pg_catalog.to_char(p.prorows, '9.99999EEEE')::pg_catalog.float4 <> p.prorows THEN 'DIGITS'
       WHEN p.proleakproof OR p.prosupport::pg_catalog.oid <> 0 THEN 'SUPERUSER'
       -- PL/pgSQL's own need not be known to a session that has not used it.
       WHEN EXISTS (
            SELECT FROM pg_catalog.unnest(p.proconfig) AS c(setting)
             WHERE pg_catalog.lower(pg_catalog.split_part(c.setting, '=', 1)) NOT IN (SELECT s.name FROM settable AS s)
               AND NOT pg_catalog.has_parameter_privilege(pg_catalog.split_part(c.setting, '=', 1), 'SET') -- 15+
               AND c.setting !~* '^plpgsql[.](check_asserts|extra_errors|extra_warnings|print_strict_params)=') THEN 'SETTING'
       WHEN NOT pg_catalog.has_function_privilege(p.oid, 'EXECUTE') THEN 'EXECUTE'
       WHEN NOT pg_catalog.has_language_privilege(l.oid, 'USAGE') THEN 'LANGUAGE'
       WHEN EXISTS (
            SELECT FROM pg_catalog.unnest(coalesce(p.proallargtypes, p.proargtypes::pg_catalog.oid[]) || p.prorettype) AS t(oid)
             WHERE NOT pg_catalog.has_type_privilege(t.oid, 'USAGE')) THEN 'TYPE'
       ELSE 'NONE'
       END AS obstacle
     , p.procost AS cost
     , p.prorows AS rows
     , p.provariadic AS variadic
     , p.prosupport::pg_catalog.oid AS support
     , p.proleakproof AS leakproof
     , p.proisstrict AS isstrict
     , p.proretset AS retset
     , p.provolatile AS volatile
     , p.proparallel AS parallel
     , p.pronargdefaults AS nargdefaults
     , p.prorettype AS rettype
     , p.proallargtypes AS allargtypes
     , p.proargmodes AS argmodes
     , p.proargnames AS argnames
     , pg_catalog.hashtextextended(pg_catalog.regexp_replace(
           p.proargdefaults::pg_catalog.text, ':location -?[0-9]+', '', 'g'), 0) AS argdefaults
     , p.protrftypes AS trftypes
     , p.probin AS bin
     , pg_catalog.hashtextextended(p.prosqlbody::pg_catalog.text, 0) AS sqlbody -- 14+
     , a.aggkind
     , a.aggnumdirectargs
     , a.aggtransfn::pg_catalog.oid AS aggtransfn
     , a.aggfinalfn::pg_catalog.oid AS aggfinalfn
     , a.aggcombinefn::pg_catalog.oid AS aggcombinefn
     , a.aggserialfn::pg_catalog.oid AS aggserialfn
     , a.aggdeserialfn::pg_catalog.oid AS aggdeserialfn
     , a.aggmtransfn::pg_catalog.oid AS aggmtransfn
     , a.aggminvtransfn::pg_catalog.oid AS aggminvtransfn
     , a.aggmfinalfn::pg_catalog.oid AS aggmfinalfn
     , a.aggfinalextra
     , a.aggmfinalextra
     , a.aggfinalmodify
     , a.aggmfinalmodify
     , a.aggsortop
     , a.aggtranstype
     , a.aggtransspace
     , a.aggmtranstype
     , a.aggmtransspace
     , a.agginitval
     , a.aggminitval
  FROM pg_catalog.pg_proc AS p
  JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
  JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
  LEFT JOIN pg_catalog.pg_aggregate AS a ON a.aggfnoid::pg_catalog.oid = p.oid
 WHERE p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace
   AND NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
 ORDER BY n.nspname COLLATE "C", p.proname COLLATE "C", p.oid
