package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTextTest {
    private static final Set<QualifiedName> MOVED = Set.of(
            QualifiedName.of("public", "orders"),
            QualifiedName.of("My Shop", "orders"),
            QualifiedName.of("public", "order"),
            QualifiedName.of("public", "Größe"));

    private static String normalised(String statement) {
        return new StatementText(statement).normalised(MOVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM orders WHERE id = $1 | select  *\tFROM public.orders WHERE id=$7",
                "SELECT * FROM orders WHERE id = $1 | SELECT /* by the shop */ * FROM \"My Shop\".\"orders\" WHERE \"id\" = $1 -- end",
                "SELECT orders.id FROM orders | SELECT public.orders.id FROM PUBLIC . ORDERS",
                "SELECT a FROM orders WHERE id IN ($1) | SELECT a FROM orders WHERE id IN ($1, $2 /*, ... */, $3)",
                "INSERT INTO \"order\" VALUES ($1) | INSERT INTO public.order VALUES ($2)",
                "SELECT 1 FROM Größe, \"Größe\" | SELECT 1 FROM Größe, public.\"Größe\"",
            })
    void whatIsTheSameButForWhereItNamesThingsIsTheSame(String one, String other) {
        assertThat(normalised(other)).isEqualTo(normalised(one));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM orders | SELECT * FROM archive.orders",
                "SELECT * FROM orders | SELECT * FROM \"Orders\"",
                "SELECT a FROM orders | SELECT b FROM orders",
                "SELECT f($1) | SELECT f($1, $2)",
                "SELECT a WHERE b IN ($1) | SELECT a WHERE b IN (c)",
                "SELECT \"select\" | SELECT select",
                "SELECT x.public.orders FROM x | SELECT x.orders FROM x",
                "SELECT 'a' | SELECT 'A'",
            })
    void whatIsNotTheSameIsNot(String one, String other) {
        assertThat(normalised(other)).isNotEqualTo(normalised(one));
    }

    @Test
    void aWordOfTheGrammarIsNoName() {
        Set<Identifier> names = Set.of(Identifier.of("order"), Identifier.of("notes"));
        assertThat(new StatementText("SELECT a FROM b ORDER BY a").hasAny(names))
                .isFalse();
        assertThat(new StatementText("SELECT 'notes' AS a").hasAny(names)).isFalse();
        assertThat(new StatementText("SELECT a FROM \"order\"").hasAny(names)).isTrue();
        assertThat(new StatementText("SELECT a FROM public.order").hasAny(names))
                .isTrue();
        assertThat(new StatementText("SELECT a FROM NOTES").hasAny(names)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT 1", "-- a\n( (select 1))", "with a as (select 1) table a", "MERGE INTO a", "values (1)"})
    void readsOrWritesRows(String statement) {
        assertThat(StatementText.isQuery(statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER ROLE a PASSWORD 'secret'",
                "CREATE USER MAPPING FOR a SERVER s OPTIONS (password 'secret')",
                "SET a = 'b'",
                "COPY a FROM STDIN",
                "\"select\"",
                "",
                "('secret"
            })
    void isAnotherCommand(String statement) {
        assertThat(StatementText.isQuery(statement)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT relname FROM pg_class | true",
                "SELECT pg_catalog.now() | false",
                "SELECT a::pg_catalog.text, pg_catalog.count(b) FROM orders | false",
                "SELECT a FROM pg_catalog.json_each($1) | false",
                "SELECT a FROM orders JOIN pg_catalog.pg_class AS c ON true | true",
                "SELECT a FROM information_schema.tables | true",
                "SELECT a FROM jobs WHERE pg_try_advisory_lock(id) | false",
                "SELECT a FROM pgbench_accounts | false",
                "SELECT 'pg_class' | false",
            })
    void asksForWhatTheDatabaseIsMadeOf(String statement, boolean asks) {
        assertThat(new StatementText(statement).asksCatalog()).isEqualTo(asks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT a FROM b WHERE c = 'secret' AND d=4 | SELECT a FROM b WHERE c = $ AND d=$",
                "SELECT E'a', B'1', $x$secret$x$, U&'s', 1.5 | SELECT $, $, $, $, $",
                "/* by bob@example.org */ SELECT a -- b | SELECT a",
                "SELECT 'secret | SELECT $",
                "SELECT \"it's\" WHERE a = $1 | SELECT \"it's\" WHERE a = $1",
            })
    void hasNoConstants(String statement, String without) {
        assertThat(new StatementText(statement).withoutConstants()).isEqualTo(without);
    }

    @Property
    void withoutConstantsItIsAsItWas(@ForAll String text) {
        String without = new StatementText(text).withoutConstants();
        assertThat(new StatementText(without).withoutConstants()).isEqualTo(without);
    }

    @Property
    void anyTextIsRead(@ForAll String text) {
        StatementText statement = new StatementText(text);
        assertThat(statement.normalised(MOVED)).isEqualTo(statement.normalised(MOVED));
        assertThat(statement.hasAny(Set.of())).isFalse();
    }

    @Property
    void blanksAndCommentsAreNothing(@ForAll String text) {
        String inLine = normalised(text);
        assertThat(normalised(" /* a */ " + text)).isEqualTo(inLine);
    }
}
