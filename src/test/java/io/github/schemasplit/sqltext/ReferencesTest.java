package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {
    /** Each a statement and the references in it: r relation, R created relation, f routine, t type, c column, k constraint. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            SELECT 1 |
            SELECT * FROM orders | r:orders
            SELECT * FROM public.orders o, ONLY "Order Items" AS i | r:public.orders r:Order Items
            SELECT a FROM x JOIN y USING (id) LEFT JOIN z ON left(z.a, 1) = y.a CROSS JOIN w, v | r:x r:y r:z f:left r:w r:v
            SELECT a FROM x NATURAL LEFT OUTER JOIN y | r:x r:y
            SELECT (SELECT max(id) FROM b WHERE b.a = a.id) FROM a | f:max r:b r:a
            WITH x AS (SELECT * FROM y) SELECT * FROM x JOIN public.x ON true | r:y r:public.x
            WITH RECURSIVE x AS (SELECT * FROM y UNION ALL SELECT * FROM x) SELECT * FROM x | r:y
            WITH x AS (SELECT * FROM x) SELECT * FROM x | r:x
            SELECT * FROM (WITH x AS (SELECT 1) SELECT * FROM x) s, x | r:x
            SELECT * FROM ((SELECT 1 FROM a) UNION (SELECT 2 FROM b) ORDER BY f(1)) s JOIN (c JOIN d ON c.i = d.i) ON true | r:a r:b f:f r:c r:d
            SELECT extract(year FROM d), position('a' IN b), trim(both 'x' from c), substring(a from 1 for 2) FROM t | r:t
            SELECT a IS DISTINCT FROM b FROM t | r:t
            SELECT x::public.status[], CAST(y AS money), timestamp with time zone '2020-01-01', mood 'sad' FROM t | t:public.status t:money t:mood r:t
            SELECT public.t.id, t.*, public.t.* FROM public.t | c:public.t.id c:public.t.* r:public.t
            SELECT count(*) FILTER (WHERE a > 0) OVER (PARTITION BY f(b) ORDER BY g(c)) FROM t WINDOW w AS (ORDER BY h(d)) | f:count f:f f:g r:t f:h
            SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a) FROM t GROUP BY ROLLUP (a, b), CUBE (c), lower(d) | f:percentile_cont r:t f:lower
            SELECT * FROM f(1) WITH ORDINALITY AS g(a int, b public.mood), LATERAL public.h(g.a) h | f:f t:public.mood f:public.h
            SELECT * FROM ROWS FROM (f(1) AS (a public.mood), g(2)) r | f:f t:public.mood f:g
            SELECT * FROM t TABLESAMPLE system (10) REPEATABLE (1) | r:t f:system
            SELECT * INTO TEMP x FROM y FOR UPDATE OF y NOWAIT | R:x r:y
            VALUES (f(1)), (2) | f:f
            SELECT a FROM t GROUP BY f(a) HAVING g(b) ORDER BY h(c) DESC NULLS LAST, i(d) LIMIT j(1) OFFSET k(2) | r:t f:f f:g f:h f:i f:j f:k
            TABLE orders | r:orders
            (SELECT 1 FROM a) UNION ALL (SELECT 2 FROM b) LIMIT 3 | r:a r:b
            SELECT CASE WHEN a THEN f(b) ELSE g(c) END AS "when" FROM t | f:f f:g r:t
            INSERT INTO orders (id, note) VALUES (nextval('s'), f(1)) ON CONFLICT (lower(note)) DO UPDATE SET note = g(excluded.note) WHERE orders.id > 0 RETURNING h(id) | r:orders f:nextval r:s f:f f:lower f:g f:h
            INSERT INTO a AS b SELECT * FROM c ON CONFLICT DO NOTHING | r:a r:c
            INSERT INTO a (SELECT * FROM b) | r:a r:b
            INSERT INTO a DEFAULT VALUES | r:a
            WITH n AS (INSERT INTO a SELECT 1 RETURNING id) INSERT INTO b SELECT * FROM n | r:a r:b
            UPDATE ONLY a x SET b = f(1), (c, d) = (SELECT 1, 2 FROM e), f.g = 2 FROM h JOIN i ON true WHERE x.id = h.id RETURNING * | r:a f:f r:e r:h r:i
            UPDATE a SET b = 1 WHERE CURRENT OF c | r:a
            DELETE FROM a USING b, c WHERE EXISTS (SELECT FROM d) | r:a r:b r:c r:d
            MERGE INTO a USING (SELECT * FROM b) s ON a.i = s.i WHEN MATCHED AND f(1) THEN UPDATE SET x = g(2) WHEN NOT MATCHED THEN INSERT (i) VALUES (h(3)) | r:a r:b f:f f:g f:h
            TRUNCATE a, ONLY public.b CASCADE | r:a r:public.b
            COPY a (x, y) FROM STDIN WHERE f(x) | r:a f:f
            COPY (SELECT * FROM a) TO STDOUT | r:a
            LOCK TABLE a, b IN SHARE MODE | r:a r:b
            CREATE TABLE a (id int DEFAULT nextval('s') NOT NULL, b public.mood REFERENCES c (id), CHECK (f(id)), LIKE d INCLUDING ALL, EXCLUDE USING gist (r WITH &&) WHERE (g(r))) INHERITS (e) | R:a f:nextval r:s t:public.mood r:c f:f r:d f:g r:e
            CREATE TABLE a PARTITION OF b FOR VALUES FROM (f(1)) TO (2) PARTITION BY RANGE (lower(x)) | R:a r:b f:f f:lower
            CREATE TEMP TABLE a AS SELECT * FROM b WITH NO DATA | R:a r:b
            CREATE VIEW a AS SELECT * FROM b WITH CHECK OPTION | R:a r:b
            CREATE RECURSIVE VIEW a (n) AS SELECT 1 UNION ALL SELECT n FROM a | R:a
            CREATE MATERIALIZED VIEW a AS SELECT * FROM b WITH DATA | R:a r:b
            CREATE UNIQUE INDEX CONCURRENTLY i ON ONLY a USING btree (lower(b) public.ops DESC, c) INCLUDE (d) WHERE f(e) | R:i r:a f:lower f:f
            CREATE TRIGGER t BEFORE UPDATE OF a, b ON public.x FOR EACH ROW WHEN (f(new.a)) EXECUTE FUNCTION public.g('x') | r:public.x f:f f:public.g
            CREATE RULE r AS ON INSERT TO a WHERE f(1) DO INSTEAD (INSERT INTO b VALUES (1); DELETE FROM c) | r:a f:f r:b r:c
            CREATE POLICY p ON a FOR SELECT TO public USING (f(b)) WITH CHECK (EXISTS (SELECT 1 FROM c)) | r:a f:f r:c
            CREATE FUNCTION public.f(a int, OUT b public.mood, public.mood, c t.x%TYPE DEFAULT g(1)) RETURNS SETOF orders LANGUAGE sql AS 'SELECT 1' | F:public.f t:public.mood t:public.mood c:t.x f:g t:orders
            CREATE FUNCTION f() RETURNS TABLE (a int, b mood) BEGIN ATOMIC SELECT 1 FROM a; INSERT INTO b VALUES (1); END | F:f t:mood r:a r:b
            CREATE PROCEDURE p() AS $$ x $$ LANGUAGE plpgsql | F:p
            CALL public.p(f(1)) | f:public.p f:f
            ALTER TABLE IF EXISTS ONLY a ADD COLUMN b public.mood DEFAULT f(1), ADD CONSTRAINT c FOREIGN KEY (x) REFERENCES public.d (y), ALTER e TYPE mood USING g(e) | r:a t:public.mood f:f r:public.d t:mood f:g
            ALTER TABLE a ATTACH PARTITION b FOR VALUES IN (f(1)) | r:a r:b f:f
            ALTER TABLE a INHERIT b, NO INHERIT c | r:a r:b r:c
            ALTER SEQUENCE s OWNED BY public.a.id | r:s c:public.a.id
            ALTER FUNCTION f(int, mood) OWNER TO x | f:f t:mood
            ALTER TYPE mood ADD ATTRIBUTE a public.t | t:mood t:public.t
            DROP TABLE IF EXISTS a, public.b CASCADE | r:a r:public.b
            DROP FUNCTION f(a mood), g | f:f t:mood f:g
            DROP TRIGGER t ON a | r:a
            DROP TYPE a, b | t:a t:b
            COMMENT ON COLUMN public.a.b IS 'x' | c:public.a.b
            COMMENT ON TABLE a IS NULL | r:a
            COMMENT ON CONSTRAINT c ON a IS 'x' | r:a
            GRANT SELECT (a), UPDATE ON a, public.b TO c | r:a r:public.b
            GRANT EXECUTE ON FUNCTION f(int), g TO x | f:f f:g
            GRANT USAGE ON SCHEMA a TO b |
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA a TO b |
            REVOKE ALL ON SEQUENCE s FROM x | r:s
            CREATE PUBLICATION p FOR TABLE a (x), b WHERE (f(y)), TABLES IN SCHEMA c | r:a r:b f:f
            EXPLAIN (ANALYZE) SELECT * FROM a | r:a
            VACUUM (FULL) a (b), c | r:a r:c
            ANALYZE |
            REFRESH MATERIALIZED VIEW CONCURRENTLY a | r:a
            CREATE DOMAIN d AS public.t CHECK (f(value)) | T:d t:public.t f:f
            CREATE TYPE c AS (a mood, b int) | T:c t:mood
            CREATE TYPE r AS RANGE (subtype = mood, subtype_diff = f) | T:r t:mood f:f
            CREATE AGGREGATE a(mood) (sfunc = f, stype = t) | F:a t:mood f:f t:t
            CREATE CAST (a AS b) WITH FUNCTION f(a) | t:a t:b f:f t:a
            CREATE SEQUENCE s AS bigint OWNED BY a.b | R:s c:a.b
            SELECT * FROM xmltable('x' PASSING f(a) COLUMNS b mood PATH 'c' DEFAULT g(1), o FOR ORDINALITY) x | f:f t:mood f:g
            SELECT a FROM t; SELECT b FROM u | r:t r:u
            SELECT a FROM t ORDER BY a FETCH FIRST (f(1)) ROWS ONLY | r:t f:f
            SELECT * FROM ((SELECT 1 FROM a) UNION SELECT 2 FROM b ORDER BY 1 FETCH NEXT (f(1)) ROWS ONLY) c | r:a r:b f:f
            SELECT DISTINCT ON (f(a)) s.t.b FROM s.t | f:f c:s.t.b r:s.t
            SELECT a NOT ILIKE (b), a NOT LIKE f(b), a NOT SIMILAR TO (c) FROM t | f:f r:t
            SELECT key(1), columns(2), json_object(key(3) VALUE 4) | f:key f:columns f:key
            SELECT json_object(key 'a' VALUE f(1)) | t:key f:f
            SELECT json_value(a, b DEFAULT f(1) ON EMPTY) | f:f
            SELECT xmlparse(content (f(a))), xmlelement(NAME f, g(1)), xmlroot(a, VERSION (b)) | f:f f:g
            SELECT substring(a IS DISTINCT FROM b), substring(a SIMILAR TO b), substring(a SIMILAR b ESCAPE c) | f:substring f:substring
            SELECT treat(a AS text) |
            SELECT ('a.b'::text)::regclass, ($$c$$::text)::regtype, ('d'::text)::name | r:a.b t:text t:regclass t:c t:text t:regtype t:text t:name
            SELECT f(a) OVER (w ROWS s.t.b PRECEDING) FROM s.t WINDOW w AS (ROWS g(1) PRECEDING) | f:f c:s.t.b r:s.t f:g
            SELECT a FROM t GROUP BY a IS JSON OBJECT WITH UNIQUE KEYS, ROLLUP (b) | r:t
            SELECT * FROM xmltable(xmlnamespaces(DEFAULT f(1)), a PASSING BY REF s.t.b COLUMNS c mood) | f:f c:s.t.b t:mood
            WITH x AS (SELECT 1) CYCLE a, set SET b TO mood 'c' DEFAULT 'd' USING e SELECT 1 FROM y | t:mood r:y
            UPDATE a SET b[f(1)] = 2, (c[g(2)], d) = (SELECT 1, 2 FROM e) | r:a f:f f:g r:e
            INSERT INTO a (b[f(1)]) SELECT 1 FROM c | r:a f:f r:c
            CREATE TABLE a OF setof | R:a t:setof
            CREATE TABLE a (b int STORAGE DEFAULT GENERATED BY DEFAULT AS IDENTITY (AS mood), c int GENERATED ALWAYS AS (f(b)) STORED) | R:a t:mood f:f
            ALTER TYPE int RENAME TO b | t:int
            ALTER DOMAIN character DROP DEFAULT | t:character
            ALTER OPERATOR + (NONE, mood) SET (RESTRICT = NONE, JOIN = f) | t:mood f:f
            SELECT * FROM xmltable(a; SELECT b FROM c | r:c
            DROP TRANSFORM IF EXISTS FOR mood LANGUAGE a | t:mood
            CREATE SCHEMA a CREATE TRIGGER b AFTER INSERT ON c EXECUTE FUNCTION f() CREATE VIEW d AS SELECT 1 FROM e | r:c f:f R:d r:e
            CREATE SCHEMA a CREATE VIEW b AS (SELECT f(1)) CREATE SEQUENCE c CREATE VIEW d AS SELECT 1 FROM e WHERE g(1) GRANT SELECT ON h TO i | R:b f:f R:c R:d r:e f:g r:h
            ALTER OPERATOR FAMILY |
            CREATE OPERATOR FAMILY s.function USING a |
            CREATE OPERATOR CLASS c DEFAULT FOR TYPE mood USING gist FAMILY s.function AS OPERATOR 1 < (a, b), FUNCTION 2 (c) f(d), STORAGE e | t:mood t:a t:b t:c f:f t:d t:e
            CREATE TYPE r AS RANGE (subtype = mood, multirange_type_name = s.m) | T:r t:mood t:s.m
            CREATE INDEX i ON a USING gist (f(b)) INCLUDE (g(c), (s.t.d) COLLATE s.e, d s.o) WITH (fillfactor = 70) WHERE h(e) | R:i r:a f:f f:g c:s.t.d f:h
            CREATE LANGUAGE no HANDLER s.f NO VALIDATOR | f:s.f
            CREATE FOREIGN DATA WRAPPER no VALIDATOR f NO HANDLER OPTIONS (handler 'x') | f:f
            CREATE CONVERSION s.from FOR 'x' TO 'y' FROM s.f | f:s.f
            CREATE EVENT TRIGGER handler ON x EXECUTE FUNCTION f() | f:f
            CREATE TABLE a OF mood (b GENERATED ALWAYS AS IDENTITY, c CHECK (f(d)), check WITH OPTIONS DEFAULT g(1)) | R:a t:mood f:f f:g
            CREATE TABLE a PARTITION OF b (generated DEFAULT f(1), CHECK (g(c))) DEFAULT PARTITION BY HASH (h(d)) | R:a r:b f:f f:g f:h
            CREATE FOREIGN TABLE a (b int) SERVER by OPTIONS (match '') | R:a
            CREATE FOREIGN TABLE a (b int) SERVER as OPTIONS (match '') | R:a
            SELECT * FROM json_table('x', 'y' COLUMNS (NESTED PATH 'z' AS columns COLUMNS (a mood), b FOR ORDINALITY)) c, d | t:mood r:d
            SELECT overlay((a).for, f(b), (c).from), substring(d.from, 1) | f:overlay f:f f:substring
            SET CONSTRAINTS s.a, b DEFERRED | k:s.a k:b
            DROP TYPE concurrently.a, b | t:concurrently.a t:b
            DROP INDEX CONCURRENTLY IF EXISTS concurrently | r:concurrently
            GRANT SELECT ON function TO x | r:function
            GRANT ALL ON sequence, type.b TO x | r:sequence r:type.b
            SELECT 1 FROM a JOIN b ON f(x) WITHIN GROUP (ORDER BY g(y)) = 1 JOIN c ON collation for (h(z)) = 'C' WHERE i(1) | r:a r:b f:f f:g r:c f:h f:i
            SELECT collation FOR (f(a)), collation(b) FROM c | f:f f:collation r:c
            SELECT a SIMILAR TO between ESCAPE 'b', between NOT ILIKE (c), between.d FROM e | r:e
            SELECT a FROM ((SELECT 1) UNION (SELECT 2) FETCH FIRST (f(1)) ROWS ONLY) b | f:f
            SELECT f(a) OVER (ORDER BY b USING > ROWS 'x' PRECEDING), g(c) OVER (ORDER BY d USING OPERATOR(s.<) RANGE 'y' PRECEDING) | f:f f:g
            SELECT interval 'x' day to second(3), interval(3) 'y', interval 'z' year to month + f(1), s.interval 'v' | f:f t:s.interval
            SELECT 1 FROM xmltable(columns(1) PASSING columns BY VALUE COLUMNS a mood), json_table(columns(2), '$' COLUMNS (b mood)) | f:columns t:mood f:columns t:mood
            CREATE SCHEMA a GRANT SELECT ON b TO c WITH GRANT OPTION CREATE TRIGGER t BEFORE DELETE ON d EXECUTE FUNCTION f() | r:b r:d f:f
            CREATE TABLE a (b int CONSTRAINT set CHECK (f(c)) CONSTRAINT storage REFERENCES d) | R:a f:f r:d
            SELECT nextval('a'), nextval('b'::regclass), nextval('c' - 'd'), x.nextval('e'), pg_catalog.nextval('f'), setval('g', 1) | f:nextval r:a f:nextval r:b t:regclass f:nextval f:x.nextval f:pg_catalog.nextval r:f f:setval r:g
            SELECT has_table_privilege('a', 'x'), has_table_privilege(user, 'b', 'x'), has_table_privilege('u', 'c', f('x', 1)) | f:has_table_privilege r:a f:has_table_privilege r:b f:has_table_privilege r:c f:f
            SELECT has_table_privilege(s + 'a', 'x'), has_table_privilege(u + 'a', 'x', 'y') | f:has_table_privilege f:has_table_privilege
            SELECT has_column_privilege('a', 'b', 'x'), has_column_privilege('u', 'c', 'd', 'x'), x.has_table_privilege('d', 'x') | f:has_column_privilege r:a f:has_column_privilege r:c f:x.has_table_privilege
            SELECT has_function_privilege('s.f(mood)', 'x'), pg_catalog.has_type_privilege('u', 's.t', 'x'), has_table_privilege('u', 'c' | f:has_function_privilege f:s.f t:mood f:pg_catalog.has_type_privilege t:s.t f:has_table_privilege
            SELECT pg_partition_root('a'), pg_relation_filenode('b'), row_security_active('c'), pg_get_viewdef('d', true) | f:pg_partition_root r:a f:pg_relation_filenode r:b f:row_security_active r:c f:pg_get_viewdef r:d
            SELECT f(a) OVER escape * g(b) OVER (w ROWS BETWEEN s.h(c) PRECEDING AND s.t.d FOLLOWING) FROM e | f:f f:g f:s.h c:s.t.d r:e
            SELECT 1 INTO temp FROM a | R:temp r:a
            SELECT 1 INTO UNLOGGED unlogged FROM a | R:unlogged r:a
            CREATE TABLE a (b int DEFAULT CASE WHEN c COLLATE d NOT IN (1) THEN f(1) ELSE g(2) COLLATE e END NOT NULL) | R:a f:f f:g
            CREATE TABLE a (b f.t COLLATE s.set REFERENCES c, d text COLLATE checks.references) | R:a t:f.t r:c t:text
            CREATE SEQUENCE a OWNED BY b | R:a
            SELECT 1 FROM + (SELECT 1 FROM a), ONLY . (b) | r:a
            DECLARE a; DECLARE b CURSOR FOR TABLE c | r:c
            SECURITY LABEL; SECURITY LABEL FOR a ON TABLE b IS 'c' | r:b
            EXPLAIN (TABLE a) | r:a
            EXPLAIN ((WITH a AS (SELECT 1 FROM b) TABLE a)) | r:b
            SELECT 1 FROM json_table('x', 'y' COLUMNS (a int EXISTS PATH 'z', b mood DEFAULT path(1) ON EMPTY)), xmltable('x' PASSING a COLUMNS c mood DEFAULT path(2) PATH 'd') | t:mood f:path t:mood f:path
            """)
    void areThoseOfTheStatement(String sql, String expected) {
        assertThat(References.ofStatements(sql, StringSyntax.STANDARD).stream()
                        .map(ReferencesTest::brief)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected == null ? "" : expected);
    }

    /** The same for what stands between BEGIN and END of a PL/pgSQL body, or before its BEGIN. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            DECLARE a public.orders%ROWTYPE; b orders.id%TYPE := f(1); c b%TYPE; d mood[] DEFAULT '{}'; BEGIN END | r:public.orders c:orders.id f:f t:mood
            DECLARE a CONSTANT text NOT NULL := (SELECT x FROM y); BEGIN END | t:text r:y
            DECLARE c CURSOR (k int, m mood) FOR SELECT * FROM x WHERE id = k; d NO SCROLL CURSOR FOR TABLE y; e refcursor; BEGIN END | t:mood r:x r:y t:refcursor
            DECLARE a ALIAS FOR $1; BEGIN END |
            <<outer>> DECLARE a int; BEGIN <<inner>> BEGIN a := 1; END inner; END outer |
            BEGIN x := f(1); y.z[g(2)] = (SELECT max(a) FROM b); END | f:f f:g f:max r:b
            BEGIN SELECT a INTO STRICT v FROM t WHERE f(v); SELECT INTO v, w f(1), g(2) FROM u; END | r:t f:f f:f f:g r:u
            BEGIN INSERT INTO t VALUES (1) RETURNING id INTO v; UPDATE t SET a = v WHERE b RETURNING f(a) INTO w; DELETE FROM u; END | r:t r:t f:f r:u
            BEGIN PERFORM f(a) FROM t; PERFORM 1; CALL public.p(1); END | f:f r:t f:public.p
            BEGIN IF count(*) > 0 FROM t THEN a := 1; ELSIF EXISTS (SELECT 1 FROM u) THEN NULL; ELSE b := g(2); END IF; END | f:count r:t r:u f:g
            BEGIN CASE f(x) WHEN g(1), 2 THEN a := 1; ELSE NULL; END CASE; CASE WHEN h(x) THEN NULL; END CASE; END | f:f f:g f:h
            BEGIN FOR i IN REVERSE f(1)..g(2) BY 2 LOOP PERFORM h(i); END LOOP; END | f:f f:g f:h
            BEGIN FOR r IN SELECT * FROM t LOOP NULL; END LOOP; FOR a, b IN (SELECT 1 FROM u) LOOP NULL; END LOOP; END | r:t r:u
            BEGIN FOR r IN c(1, f(2)) LOOP NULL; END LOOP; FOR r IN EXECUTE f('x') USING g(1) LOOP NULL; END LOOP; END | f:f f:f f:g
            BEGIN FOREACH x SLICE 1 IN ARRAY f(y) LOOP EXIT WHEN g(x); CONTINUE a WHEN h(x); EXIT; END LOOP; END | f:f f:g f:h
            BEGIN WHILE f(x) LOOP RETURN NEXT g(x); END LOOP; RETURN QUERY SELECT * FROM t; RETURN QUERY EXECUTE 'x' USING h(1); RETURN; END | f:f f:g r:t f:h
            BEGIN RETURN x FROM t; END | r:t
            BEGIN EXECUTE format('x %I', f(a)) INTO STRICT v, w USING g(1), h(2); END | f:format f:f f:g f:h
            BEGIN RAISE NOTICE 'x %', f(1); RAISE unique_violation USING MESSAGE = g(2), HINT = 'y'; RAISE SQLSTATE '22012'; RAISE; ASSERT h(1), 'z'; END | f:f f:g f:h
            BEGIN OPEN c FOR SELECT * FROM t; OPEN c SCROLL FOR EXECUTE f('x') USING g(1); OPEN c (h(2)); FETCH NEXT FROM c INTO v; MOVE c; CLOSE c; END | r:t f:f f:g f:h
            BEGIN GET DIAGNOSTICS n = ROW_COUNT; GET STACKED DIAGNOSTICS m := MESSAGE_TEXT; COMMIT AND CHAIN; ROLLBACK; END |
            BEGIN x := 1; EXCEPTION WHEN unique_violation OR SQLSTATE '23505' THEN y := f(1); WHEN OTHERS THEN CASE WHEN g(2) THEN NULL; END CASE; END | f:f f:g
            #variable_conflict use_column\nBEGIN CREATE TEMP TABLE x AS SELECT * FROM y; TRUNCATE z; END | R:x r:y r:z
            BEGIN CREATE RULE r AS ON UPDATE TO a DO (NOTIFY b; WITH c AS (SELECT 1 FROM d) UPDATE e SET f = 1); END | r:a r:d r:e
            BEGIN BEGIN SELECT 1 FROM a; EXCEPTION WHEN OTHERS THEN NULL; END; IF f(1) THEN NULL; END IF; END | r:a f:f
            #option dump\nDECLARE a s.t.c%TYPE[]; b t.c%TYPE ARRAY[3] := f(1); c s.t%ROWTYPE[]; BEGIN END | c:s.t.c c:t.c f:f r:s.t
            BEGIN SELECT a, f(1) INTO table, user, as FROM t; SELECT INTO STRICT current_date, create g(1) FROM u; EXECUTE a INTO $1, user USING h(1); END | f:f r:t f:g r:u f:h
            BEGIN FETCH ABSOLUTE f(1) FROM c INTO a; MOVE FORWARD ALL IN c; MOVE RELATIVE g(1) + 1 FROM c; MOVE h(1) FROM c; FETCH c INTO a; END | f:f f:g f:h
            BEGIN FOR i IN update..f(1) LOOP NULL; END LOOP; OPEN create (create := g(1)); FOR r IN "C c" (h(1)) LOOP NULL; END LOOP; RETURN QUERY EXECUTE loop USING i(1); END | f:f f:g f:h f:i
            """)
    void areThoseOfTheBody(String body, String expected) {
        assertThat(References.ofPlpgsql(body.replace("\\n", "\n"), StringSyntax.STANDARD).stream()
                        .map(ReferencesTest::brief)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected == null ? "" : expected);
    }

    private static String brief(Reference reference) {
        String kind = switch (reference.kind()) {
            case RELATION -> "r";
            case ROUTINE -> "f";
            case TYPE -> "t";
            case COLUMN -> "c";
            case CONSTRAINT -> "k";
            case OPERATOR -> "o";
            case COLLATION -> "l";
            case CONFIGURATION -> "s";
            case DICTIONARY -> "d";
        };
        return (reference.creates() ? kind.toUpperCase(Locale.ROOT) : kind) + ":"
                + reference.parts().stream().map(p -> p.identifier().value()).collect(Collectors.joining("."));
    }
}
