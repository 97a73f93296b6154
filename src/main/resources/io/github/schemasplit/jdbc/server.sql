-- The server and the session; first in every reading, since it also sets what could bend the other queries.
-- Operators are qualified here alone: the caller's search_path still holds while this query is parsed.
-- The parameters say whether the transaction is the reader's own, whose time nobody else has limited, and how many milliseconds
-- one of its statements may then take, and wait for a lock; 0 is no limit. Of the names that are in pg_catalog, whose OID is 11 everywhere, those come
-- along that types and routines of users have too.
SELECT EXISTS (SELECT FROM pg_catalog.pg_subscription_rel) AS subscribed
     , pg_catalog.current_setting('server_version_num')::pg_catalog.int4 AS version_number
     , pg_catalog.current_setting('server_version') AS version
     , d.datname AS database
     , d.oid AS database_oid
     , CURRENT_USER AS current_role
     , pg_catalog.has_database_privilege(d.oid, 'CREATE') AS may_create_schema
     , (SELECT r.rolsuper OR r.rolcreaterole FROM pg_catalog.pg_roles AS r WHERE r.rolname OPERATOR(pg_catalog.=) CURRENT_USER) AS may_create_role
     , s.setconfig AS settings
     , pg_catalog.pg_get_userbyid(d.datdba) AS owner
     , ARRAY(SELECT DISTINCT o.typname FROM pg_catalog.pg_type AS o
              WHERE o.oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
                AND EXISTS (SELECT FROM pg_catalog.pg_type AS t WHERE t.typname OPERATOR(pg_catalog.=) o.typname
                               AND t.typnamespace OPERATOR(pg_catalog.=) 11::pg_catalog.oid)) AS system_types
     , ARRAY(SELECT o.name
               FROM (SELECT proname FROM pg_catalog.pg_proc WHERE oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
                      UNION
                     SELECT typname FROM pg_catalog.pg_type
                      WHERE oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid AND typtype OPERATOR(pg_catalog.<>) 'c') AS o(name)
              WHERE EXISTS (SELECT FROM pg_catalog.pg_proc AS p WHERE p.proname OPERATOR(pg_catalog.=) o.name
                               AND p.pronamespace OPERATOR(pg_catalog.=) 11::pg_catalog.oid)) AS system_routines
     , (SELECT CASE WHEN s.source OPERATOR(pg_catalog.=) ANY ('{default,command line,environment variable,configuration file,global}'
                        ::pg_catalog.text[]) THEN s.reset_val END
          FROM pg_catalog.pg_show_all_settings() AS s
         WHERE s.name OPERATOR(pg_catalog.=) 'search_path') AS search_path
     , (SELECT r.rolsuper FROM pg_catalog.pg_roles AS r WHERE r.rolname OPERATOR(pg_catalog.=) CURRENT_USER)
       OR pg_catalog.has_parameter_privilege('pgrst.db_schemas', 'SET') -- 15+
       AS may_set_served_schemas
       -- Supabase's module carries it out as a superuser for those whom it is told to trust, whosever setting it is.
     , EXISTS (SELECT
                 FROM pg_catalog.pg_roles AS r
                WHERE r.rolname OPERATOR(pg_catalog.=) pg_catalog.current_setting('supautils.privileged_role', true)::pg_catalog.name
                  AND pg_catalog.pg_has_role(r.oid, 'MEMBER')
                  AND pg_catalog.current_setting('supautils.privileged_role_allowed_configs', true)
                      OPERATOR(pg_catalog.~) '(^|,) *pgrst\.([*]|db_schemas) *(,|$)') AS may_set_served_schemas_of_all
     , pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true) AS set_search_path
     , pg_catalog.set_config('quote_all_identifiers', 'off', true) AS set_quote_all_identifiers
     , pg_catalog.set_config('extra_float_digits', '3', true) AS set_extra_float_digits
     , pg_catalog.set_config('standard_conforming_strings', 'on', true) AS set_standard_conforming_strings
     , pg_catalog.set_config('DateStyle', 'ISO', true) AS set_date_style
     , pg_catalog.set_config('IntervalStyle', 'postgres', true) AS set_interval_style
     , pg_catalog.set_config('jit', 'off', true) AS set_jit
     , pg_catalog.set_config('work_mem', '64MB', true) AS set_work_mem
     , pg_catalog.set_config('statement_timeout', CASE WHEN own.transaction THEN own.statement_timeout
           ELSE pg_catalog.current_setting('statement_timeout') END, true) AS set_statement_timeout
     , pg_catalog.set_config('lock_timeout', CASE WHEN own.transaction THEN own.lock_timeout
           ELSE pg_catalog.current_setting('lock_timeout') END, true) AS set_lock_timeout
     , pg_catalog.set_config('idle_in_transaction_session_timeout', CASE WHEN own.transaction THEN '0'
           ELSE pg_catalog.current_setting('idle_in_transaction_session_timeout') END, true) AS set_idle_timeout
     , pg_catalog.set_config('transaction_timeout', CASE WHEN own.transaction THEN '0' -- 17+
           ELSE pg_catalog.current_setting('transaction_timeout') END, true) AS set_transaction_timeout -- 17+
  FROM (SELECT ?::pg_catalog.bool AS transaction, ?::pg_catalog.text AS statement_timeout, ?::pg_catalog.text AS lock_timeout) AS own
 CROSS JOIN pg_catalog.pg_database AS d
  LEFT JOIN pg_catalog.pg_db_role_setting AS s
    ON s.setdatabase OPERATOR(pg_catalog.=) d.oid
   AND s.setrole OPERATOR(pg_catalog.=) 0::pg_catalog.oid
 WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
 ORDER BY d.oid USING OPERATOR(pg_catalog.<)
