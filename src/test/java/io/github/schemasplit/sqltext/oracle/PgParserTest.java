package io.github.schemasplit.sqltext.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PgParserTest {
    private final PgParser parser = PgParser.shared();

    @Test
    void readsStatements() {
        assertThat(parser.tree("select 1; table a;").root().path("stmts")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", "-- nothing", "/* nothing */ ;;"})
    void readsNothing(String sql) {
        assertThat(parser.tree(sql).root().path("stmts")).isEmpty();
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertThat(parser.parse("select ö fro public.t"))
                .isEqualTo(new ParseError("syntax error at or near \"public\"", 14));
        assertThat(parser.parse("select 'a"))
                .isEqualTo(new ParseError("unterminated quoted string at or near \"'a\"", 8));
        assertThat(parser.parse("select \0")).isEqualTo(new ParseError("the server takes no text with a NUL", 8));
    }

    @Test
    void readsOnAfterThousandsOfErrors() {
        for (int i = 0; i < 3_000; i++) {
            assertThat(parser.parse("select f(a, (b" + i)).isInstanceOf(ParseError.class);
        }
        assertThat(parser.tree("select * from a").references()).hasToString("[RELATION a@14]");
    }

    @Test
    void readsLongAndDeepTexts() {
        String terms = "a = 1 or ".repeat(2_000);
        assertThat(parser.tree("select " + terms + "b.c.d").references()).hasSize(1);
        assertThat(parser.tree("select " + "(".repeat(300) + "b.c.d" + ")".repeat(300))
                        .references())
                .hasSize(1);
        assertThat(parser.tree("select '" + "x".repeat(1_000_000) + "', b.c.d").references())
                .hasSize(1);
    }

    @Test
    void readsOnAfterTextsThatAreTooDeep() {
        assertThat(parser.parse("select " + "(select ".repeat(20_000))).isInstanceOf(ParseError.class);
        assertThat(parser.tree("select * from a").references()).hasToString("[RELATION a@14]");
    }

    @Test
    void readsBodiesInPlpgsql() {
        JsonNode functions = parser.plpgsql("""
                create function f() returns int language plpgsql as $$
                declare n public.orders.id%type;
                begin
                    for n in select id from public.orders loop perform g(n); end loop;
                    return n;
                end $$
                """);
        assertThat(functions.findValues("PLpgSQL_expr"))
                .extracting(expression -> expression.path("query").asText())
                .containsExactlyInAnyOrder("select id from public.orders", "SELECT g(n)");
        assertThatThrownBy(() -> parser.plpgsql("create function f() returns int language plpgsql as 'begin x'"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unexpected end of function definition");
    }
}
