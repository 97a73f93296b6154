-- Asks the server what it makes of expressions of policies: each is put into a policy on an empty temporary table that has the columns of
-- the one it is meant for, whose own lock is not needed then. The questions are a setting of the transaction, JSON like
-- [{"relation":16384,"name":"orders","expressions":["true"],"policies":[16390]}]; the answers are another: for each expression, by its
-- place from 0, what the server prints (p), why it refuses it (r), or why it could not be asked (u), which without a place is so for the
-- whole table; for each of the policies that are there its expressions (s), with what the server prints once it reads them again.
DO $ss$
DECLARE
    ss_table record;
    ss_expression record;
    ss_columns text;
    ss_printed text;
    ss_answer jsonb;
    ss_answers jsonb := '[]';
BEGIN
    FOR ss_table IN SELECT * FROM jsonb_to_recordset(current_setting('schemasplit.expressions')::jsonb) AS q(relation oid, name text, expressions jsonb, policies jsonb) LOOP
        BEGIN
            SELECT string_agg(
                       format('%I ', a.attname) || format_type(a.atttypid, a.atttypmod)
                       || CASE WHEN a.attcollation <> t.typcollation THEN format(' COLLATE %I.%I', n.nspname, c.collname) ELSE '' END,
                       ', ' ORDER BY a.attnum)
              INTO ss_columns
              FROM pg_attribute AS a
              JOIN pg_type AS t ON t.oid = a.atttypid
              LEFT JOIN pg_collation AS c ON c.oid = a.attcollation
              LEFT JOIN pg_namespace AS n ON n.oid = c.collnamespace
             WHERE a.attrelid = ss_table.relation
               AND a.attnum > 0
               AND NOT a.attisdropped;
            EXECUTE format('CREATE TEMPORARY TABLE %I (%s)', ss_table.name, ss_columns);
            -- What fails here fails for other reasons than an expression.
            EXECUTE format('CREATE POLICY ss ON pg_temp.%I USING (true)', ss_table.name);
            EXECUTE format('DROP POLICY ss ON pg_temp.%I', ss_table.name);
            FOR ss_expression IN
                SELECT 'p' AS kind, ss_table.relation AS object, e.number - 1 AS place, e.text
                  FROM jsonb_array_elements_text(ss_table.expressions) WITH ORDINALITY AS e(text, number)
                UNION ALL
                SELECT 's', p.oid, e.place, e.text
                  FROM jsonb_array_elements_text(ss_table.policies) AS q(policy)
                  JOIN pg_policy AS p ON p.oid = q.policy::oid
                 CROSS JOIN LATERAL (VALUES (0, pg_get_expr(p.polqual, p.polrelid)), (1, pg_get_expr(p.polwithcheck, p.polrelid))) AS e(place, text)
            LOOP
                ss_answer := jsonb_build_object('kind', ss_expression.kind, 'object', ss_expression.object, 'place', ss_expression.place, 'text', ss_expression.text);
                BEGIN
                    IF ss_expression.text IS NOT NULL THEN
                        EXECUTE format('CREATE POLICY ss ON pg_temp.%I USING (', ss_table.name) || ss_expression.text || E'\n)';
                        SELECT pg_get_expr(p.polqual, p.polrelid)
                          INTO ss_printed
                          FROM pg_policy AS p
                         WHERE p.polrelid = to_regclass(format('pg_temp.%I', ss_table.name));
                        EXECUTE format('DROP POLICY ss ON pg_temp.%I', ss_table.name);
                        ss_answer := ss_answer || jsonb_build_object('printed', ss_printed);
                    END IF;
                EXCEPTION WHEN OTHERS THEN
                    IF ss_expression.kind = 'p' THEN
                        ss_answer := ss_answer || jsonb_build_object('printed', SQLERRM, 'kind',
                            CASE WHEN SQLSTATE IN ('55P03', '40P01') OR starts_with(SQLSTATE, '53') THEN 'u' ELSE 'r' END);
                    END IF;
                END;
                ss_answers := ss_answers || jsonb_build_array(ss_answer);
            END LOOP;
            -- Takes it all back, so that the next table may have the same name.
            RAISE EXCEPTION USING ERRCODE = 'SS006';
        EXCEPTION
            WHEN SQLSTATE 'SS006' THEN NULL;
            WHEN OTHERS THEN
                ss_answers := ss_answers || jsonb_build_array(jsonb_build_object('kind', 'u', 'object', ss_table.relation, 'printed', SQLERRM));
        END;
    END LOOP;
    PERFORM set_config('schemasplit.answers', ss_answers::text, true);
END
$ss$
