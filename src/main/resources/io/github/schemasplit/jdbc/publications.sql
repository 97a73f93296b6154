-- Publications with their members.
SELECT p.oid
     , p.pubname
     , pg_catalog.pg_get_userbyid(p.pubowner) AS owner
     , p.puballtables
     , r.tables
     , NULL::pg_catalog.int8[] AS filtered -- before 15
     , r.filtered -- 15+
     , NULL::pg_catalog.text[] AS schemas -- before 15
     , s.schemas -- 15+
     , p.pubinsert
     , p.pubupdate
     , p.pubdelete
     , p.pubtruncate
     , p.pubviaroot
     , p.pubgencols -- 18+
     , r.members
  FROM pg_catalog.pg_publication AS p
  LEFT JOIN (
        SELECT prpubid
             , pg_catalog.array_agg(prrelid ORDER BY prrelid) AS tables
             , pg_catalog.array_agg(prrelid ORDER BY prrelid) FILTER (WHERE prqual IS NOT NULL) AS filtered -- 15+
             , NULL::pg_catalog.text AS members -- before 15
             , pg_catalog.string_agg(pg_catalog.concat_ws(' ', prrelid, '(' || prattrs::pg_catalog.text || ')', -- 15+
                   pg_catalog.hashtextextended(prqual::pg_catalog.text, 0)), ', ' ORDER BY prrelid) AS members -- 15+
          FROM pg_catalog.pg_publication_rel
         GROUP BY prpubid
       ) AS r ON r.prpubid = p.oid
  LEFT JOIN ( -- 15+
        SELECT pn.pnpubid -- 15+
             , pg_catalog.array_agg(n.nspname::pg_catalog.text ORDER BY n.nspname) AS schemas -- 15+
          FROM pg_catalog.pg_publication_namespace AS pn -- 15+
          JOIN pg_catalog.pg_namespace AS n ON n.oid = pn.pnnspid -- 15+
         GROUP BY pn.pnpubid -- 15+
       ) AS s ON s.pnpubid = p.oid -- 15+
 ORDER BY p.pubname COLLATE "C", p.oid
