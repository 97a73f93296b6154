package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sql.Identifier;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of the relations of a text beside their names. */
class RelationUseTest {
    /** Each a statement and its relations with the acts on them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            SELECT a FROM t WHERE b FOR UPDATE OF t |
            COPY public.t (a) FROM STDIN | t=COPY_FROM
            COPY (SELECT * FROM t) TO STDOUT |
            COPY BINARY t TO STDOUT | t=COPY_TO
            COPY t (a, b) TO '/x' WITH (FORMAT csv) | t=COPY_TO
            TRUNCATE t, ONLY u CASCADE | t=TRUNCATE u=TRUNCATE
            INSERT INTO t AS x (a, b[1]) VALUES (1) ON CONFLICT ON CONSTRAINT k DO UPDATE SET a = 1 WHERE x.a > 1 | t=CONFLICT_BY_CONSTRAINT
            INSERT INTO t VALUES (1) ON CONFLICT (a) DO NOTHING |
            WITH n AS (INSERT INTO t SELECT 1 FROM u ON CONFLICT ON CONSTRAINT k DO NOTHING RETURNING *) SELECT * FROM n | t=CONFLICT_BY_CONSTRAINT
            MERGE INTO t AS x USING u ON x.a = u.a WHEN MATCHED THEN DO NOTHING | t=MERGE
            UPDATE t SET a = 1 WHERE CURRENT OF c | t=CURRENT_ROW
            DELETE FROM ONLY public.t WHERE CURRENT OF c RETURNING a | t=CURRENT_ROW,ONLY
            SELECT * FROM t TABLESAMPLE system (1), u | t=SAMPLE
            SELECT * FROM ONLY (t), ONLY u | t=ONLY u=ONLY
            LOCK TABLE t, u IN ACCESS SHARE MODE | t=SHARE_LOCK u=SHARE_LOCK
            LOCK TABLE t IN ACCESS EXCLUSIVE MODE |
            LOCK t |
            ALTER TABLE IF EXISTS ONLY t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES u (b) | t=DEFINITION u=DEFINITION
            ALTER TABLE t ATTACH PARTITION u FOR VALUES IN (1) | t=DEFINITION u=CHILDREN
            CREATE TABLE t (a int REFERENCES u, LIKE v INCLUDING ALL) INHERITS (w) | u=DEFINITION v=DEFINITION w=CHILDREN
            CREATE TABLE t PARTITION OF u DEFAULT | u=CHILDREN
            ALTER TABLE t NO INHERIT u | t=DEFINITION u=CHILDREN
            CREATE TABLE t AS SELECT * FROM u |
            CREATE INDEX i ON t (a) WHERE f(b) | t=DEFINITION
            CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f() | t=DEFINITION
            CREATE POLICY p ON t USING (a IN (SELECT a FROM u)) | t=DEFINITION
            CREATE RULE r AS ON INSERT TO t DO INSTEAD INSERT INTO u VALUES (1) | t=DEFINITION
            CREATE STATISTICS s ON a, b FROM t | t=DEFINITION
            CREATE OR REPLACE VIEW t AS SELECT * FROM u | t=DEFINITION
            CREATE VIEW t AS SELECT * FROM u | t=NEW_VIEW
            DROP VIEW IF EXISTS t, u | t=DEFINITION u=DEFINITION
            DROP POLICY p ON t | t=DEFINITION
            ALTER TRIGGER x ON t RENAME TO y | t=DEFINITION
            COMMENT ON TABLE t IS 'x' | t=DEFINITION
            COMMENT ON COLUMN public.t.a IS 'x' | t.a=DEFINITION
            GRANT SELECT ON t, u TO r | t=GRANT u=GRANT
            REVOKE ALL ON TABLE t FROM r | t=GRANT
            VACUUM (FULL) t (a), u | t=MAINTENANCE u=MAINTENANCE
            ANALYZE t | t=MAINTENANCE
            CLUSTER t USING i | t=MAINTENANCE
            REINDEX TABLE CONCURRENTLY t | t=MAINTENANCE
            REFRESH MATERIALIZED VIEW CONCURRENTLY t | t=REFRESH
            ALTER PUBLICATION p ADD TABLE t, ONLY u WHERE (a > 1) | t=PUBLICATION u=PUBLICATION
            SELECT pg_get_serial_sequence('public.t', 'a'), nextval('s') | t=SERIAL_SEQUENCE
            EXPLAIN ANALYZE SELECT ctid FROM t | t=SYSTEM_COLUMN
            SELECT f(x), array_agg(u) FROM t AS x, u, v WHERE v.a = f(v.*) | t=WHOLE_ROW u=WHOLE_ROW v=WHOLE_ROW
            SELECT x.*, t.a FROM t AS x |
            SELECT CAST(a AS t), b::public.u[], c::int | t=CAST u=CAST
            DO $$ DECLARE r t%ROWTYPE; BEGIN TRUNCATE u; EXECUTE 'COPY v FROM STDIN'; END $$ | t=ROW_TYPE u=TRUNCATE v=COPY_FROM
            """)
    void saysWhatIsDone(String statement, String expected) {
        assertThat(acts(statement)).isEqualTo(Objects.requireNonNullElse(expected, ""));
    }

    /** Each a statement and the relations of which it asks a system column. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            SELECT ctid, a FROM t | t
            SELECT a FROM t WHERE xmin = $1 ORDER BY b | t
            SELECT x.tableoid::regclass FROM t AS x JOIN u ON x.a = u.a | t
            SELECT u."xmax" FROM t x JOIN public.u ON x.a = u.a | u
            SELECT public.t.ctid FROM public.t, u | t
            SELECT t.ctid FROM t x |
            SELECT s.ctid FROM (SELECT ctid FROM t) s | t
            SELECT s.xmax FROM (SELECT max(a) AS xmax FROM t) AS s, u |
            SELECT xmax FROM (SELECT 1 AS xmax FROM t) s |
            SELECT (SELECT b FROM u WHERE u.a = t.cmin) FROM t | t
            SELECT a FROM t WHERE EXISTS (SELECT FROM f(t.cmax)) | t
            SELECT a FROM t WHERE a IN (SELECT xmin) | t
            SELECT a FROM t UNION SELECT xmin FROM u | u
            DELETE FROM t WHERE ctid IN (SELECT ctid FROM u LIMIT 1) | t u
            DELETE FROM t USING t AS d WHERE t.ctid < d.ctid | t t
            UPDATE t AS x SET a = 1 FROM u WHERE x.xmin::text = u.b | t
            INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET b = 1 RETURNING (xmax = 0) AS inserted | t
            INSERT INTO t AS x (a) VALUES (1) RETURNING x.xmax | t
            WITH s AS (SELECT ctid FROM t FOR UPDATE SKIP LOCKED) UPDATE u SET a = 1 FROM s WHERE u.ctid = s.ctid | t u
            SELECT st_xmin(g) AS xmin, 'ctid', a.b.c FROM t |
            SELECT f(ctid) FROM t, LATERAL g(t.xmin) | t
            """)
    void systemColumnsAreOfTheirRelations(String statement, String expected) {
        assertThat(References.ofStatements(statement, StringSyntax.STANDARD).stream()
                        .filter(r -> r.use().acts().contains(Act.SYSTEM_COLUMN))
                        .map(RelationUseTest::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(Objects.requireNonNullElse(expected, ""));
    }

    /** Each a statement, by what the rows of the relation t have groups, and what is beside that. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            SELECT a, b FROM t | | | false
            SELECT t.a, b, count(*) FROM t GROUP BY t.a | a | a b | false
            SELECT max(b), string_agg(c, ',' ORDER BY d), count(*) FILTER (WHERE e) FROM t GROUP BY a, lower(f) | a | | false
            SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY b) FROM t GROUP BY a | a | | false
            SELECT coalesce(sum(b), 0), coalesce(c, 0) FROM t GROUP BY (a, d) | a d | c | false
            SELECT t.*, count(u.a) FROM t JOIN u ON u.t = t.a GROUP BY t.a | a | | true
            SELECT count(t.*), count(t) FROM t GROUP BY a | a | | false
            SELECT to_jsonb(t) FROM t GROUP BY a | a | t | true
            SELECT a FROM t GROUP BY a HAVING max(b) > 1 AND c ORDER BY d, t.e | a | a c e | false
            SELECT a FROM t WHERE b GROUP BY a LIMIT 1 | a | a | false
            SELECT x.b FROM t AS x GROUP BY x.a | a | b | false
            SELECT x.b FROM u AS x, t GROUP BY x.a | | | false
            SELECT a, (SELECT max(c) FROM u WHERE u.d = t.b) FROM t GROUP BY a | a | a b | false
            SELECT a FROM t GROUP BY a UNION SELECT b FROM t WHERE c | a | a | false
            """)
    void columnsOutsideOfGroupsAreTold(String statement, String groupedBy, String besides, boolean all) {
        RelationUse use = uses(statement, "t").get(0);
        assertThat(names(use.groupedBy())).isEqualTo(Objects.requireNonNullElse(groupedBy, ""));
        assertThat(names(use.besides())).isEqualTo(Objects.requireNonNullElse(besides, ""));
        assertThat(use.acts().contains(Act.ALL_COLUMNS)).isEqualTo(all);
    }

    /** Each a statement and what it asks of rows of the relation t. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            SELECT a, b FROM t |
            SELECT t.a, x.b FROM t, u AS x | a
            SELECT f(t), public.g(1, t.*) FROM t | f g
            SELECT x.f, h(x => x) FROM public.t x | f h
            SELECT f(t.a + 1), f(t) IS NULL FROM t | a f
            SELECT f((t)), g(t = 'x') FROM t |
            SELECT * FROM t, f(t) WHERE g(t) | f g
            UPDATE t SET a = f(t) WHERE t.b | b f
            """)
    void whatIsAskedOfARowIsTold(String statement, String expected) {
        assertThat(names(uses(statement, "t").get(0).fields())).isEqualTo(Objects.requireNonNullElse(expected, ""));
    }

    private static List<RelationUse> uses(String statement, String relation) {
        return References.ofStatements(statement, StringSyntax.STANDARD).stream()
                .filter(r -> r.kind() == ReferenceKind.RELATION && name(r).equals(relation))
                .map(Reference::use)
                .toList();
    }

    private static String names(Set<Identifier> names) {
        return names.stream().map(Identifier::value).sorted().collect(Collectors.joining(" "));
    }

    private static String acts(String statement) {
        return References.ofStatements(statement, StringSyntax.STANDARD).stream()
                .filter(r -> !r.use().acts().isEmpty())
                .map(r -> name(r) + "=" + acts(r.use().acts()))
                .collect(Collectors.joining(" "));
    }

    private static String acts(Collection<Act> acts) {
        return acts.stream().sorted().map(Act::name).collect(Collectors.joining(","));
    }

    private static String name(Reference reference) {
        Stream<String> parts =
                reference.parts().stream().map(p -> p.identifier().value());
        return parts.filter(p -> !p.equals("public")).collect(Collectors.joining("."));
    }
}
