package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Operators, collations, text search objects and statistics that routines name, on a server, there and back. */
class OtherNamesTest {
    private static final String OBJECTS = """
            CREATE TABLE orders (a int, b int, c text);
            CREATE STATISTICS "My Stats" ON a, b FROM orders;
            CREATE FUNCTION plus(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2 + 1';
            CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = plus);
            CREATE COLLATION "My ""C\" (LOCALE = 'C');
            CREATE TEXT SEARCH CONFIGURATION "my cfg" (COPY = pg_catalog.simple);
            CREATE TEXT SEARCH DICTIONARY dict (TEMPLATE = pg_catalog.simple);
            """;
    private final MappingBuilder mapping = new MappingBuilder()
            .tables("It's", "orders")
            .routines("It's", "plus")
            .entries(EntryKind.OPERATORS, "It's", "|+|")
            .entries(EntryKind.COLLATIONS, "It's", "My \"C")
            .entries(EntryKind.TEXT_SEARCH, "It's", "my cfg", "dict")
            .routineBodies(RoutineBodies.REWRITE);

    @TempDir
    private Path output;

    @PostgresTest
    void workAfterTheMoveAsBefore(TestDatabase database) {
        database.execute(OBJECTS + """
                CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$
                DECLARE n int := 1 OPERATOR(public.|+|) 2; b bool;
                BEGIN
                  b := 'a' < 'B' COLLATE public."My ""C\";
                  CREATE TEMP TABLE made (a text COLLATE public."My ""C\") ON COMMIT DROP;
                  DROP TABLE made;
                  ALTER STATISTICS public."My Stats" SET STATISTICS 20;
                  RETURN n || ' ' || b || ' ' || to_tsvector('public."my cfg"', 'The X')
                    || pg_catalog.to_tsquery('public."my cfg"'::regconfig, 'The') || ts_lexize('public.dict', 'The')::text
                    || ('public.|+|'::regoper = 'public.|+|(int, int)'::regoperator::oid)
                    || (regprocedure 'public.plus(int, int)' IS NULL) || (to_regprocedure('public.plus(int,int)') IS NULL)
                    || ('public."My ""C\"'::regcollation IS NULL);
                END$$;
                CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1 OPERATOR ( public.|+| ) 2';
                """);
        String call = "SELECT f() || g()";
        List<String> result = database.query(call);
        assertThat(result).containsExactly("4 false 'the':1 'x':2'the'{the}truefalsefalsefalse4");
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        assertThat(unclear(goals)).isEmpty();
        goals.migrate(mapping);
        assertThat(database.query(call)).isEqualTo(result);
        goals.rollback();
        assertThat(goals.states()).isEqualTo(before);
        assertThat(database.query(call)).isEqualTo(result);
    }

    @PostgresTest
    void whatIsNotCertainIsListed(TestDatabase database) {
        database.execute(OBJECTS + """
                CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$
                BEGIN
                  EXECUTE 'SELECT 1 OPERATOR(public.|+|) 2 FROM users';
                  PERFORM to_tsvector('my cfg', 'x'), to_tsvector('"my cfg"', 'x'), to_tsvector('public."my cfg"');
                  DROP STATISTICS IF EXISTS s, public."My Stats";
                  CREATE STATISTICS IF NOT EXISTS public."My Stats" ON a, b FROM orders;
                END$$;
                """);
        assertThat(unclear(Goals.on(database, output)))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("line 3: public.|+|, which may be operator public.|+|(")
                .contains("line 4: \"my cfg\", the server may have one of that name too")
                .contains("line 5: public.\"My Stats\", which may be statistics object public.\"My Stats\"")
                .doesNotContain("line 6");
    }

    private List<Finding> unclear(Goals goals) {
        return goals.analyze(mapping).findings().stream()
                .filter(f -> f.code() == FindingCode.ROUTINE_NEEDS_A_PERSON)
                .toList();
    }
}
