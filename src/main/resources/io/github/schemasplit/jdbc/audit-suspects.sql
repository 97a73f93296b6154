-- The names of the catalogs in which this transaction may have written a row that it should not have written. To move an object
-- is to update one row, and how many rows the making of a view writes is in ss_view_writes; how many roles were made since the look before, ss_roles_made says; so where exactly as many rows were written,
-- and all objects are where they are to be and all views as they are to be, no other was. Elsewhere the rows must be looked at: something else was written, or written and rolled back, or the server does not
-- count. Counted from the look before; objects move before the third and the fourth, each time those that the arrays hold.
-- Runs under search_path = pg_catalog.
SELECT k.oid::regclass::text
  FROM unnest(ss_catalogs, ss_counts, ss_counts_now) AS k(oid, before, now)
 WHERE NOT current_setting('track_counts')::bool
    OR k.now <> coalesce(k.before, 0)
                + CASE WHEN ss_pass < 3 THEN 0 ELSE
                  coalesce(CASE k.oid WHEN 'pg_class'::regclass THEN cardinality(ss_pg_class)
                                      WHEN 'pg_type'::regclass THEN cardinality(ss_pg_type)
                                      WHEN 'pg_proc'::regclass THEN cardinality(ss_pg_proc)
                                      WHEN 'pg_constraint'::regclass THEN cardinality(ss_pg_constraint)
                                      WHEN 'pg_statistic_ext'::regclass THEN cardinality(ss_pg_statistic_ext)
                           END, 0)
                + (SELECT count(*) FROM unnest(ss_named_catalogs) AS c(oid) WHERE c.oid = k.oid)
                + coalesce((SELECT sum(w.n) FROM unnest(ss_view_catalogs, ss_view_writes) AS w(oid, n) WHERE w.oid = k.oid), 0) END
                + CASE k.oid WHEN 'pg_authid'::regclass THEN ss_roles_made ELSE 0 END
