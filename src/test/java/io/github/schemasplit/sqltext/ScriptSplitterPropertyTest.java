package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScriptSplitterPropertyTest {
    @Property
    void findsTheStatementsThatAScriptWasJoinedFrom(
            @ForAll("statements") List<String> statements, @ForAll("gaps") String gap) {
        String script = gap + String.join(";" + gap, statements) + ";" + gap;
        assertThat(ScriptSplitter.split(script).stream().map(ScriptStatement::text))
                .isEqualTo(statements);
    }

    @Property
    void saysTheLineWhereEachStatementStands(
            @ForAll("statements") List<String> statements, @ForAll("gaps") String gap) {
        String script = gap + String.join(";" + gap, statements);
        int offset = 0;
        for (ScriptStatement statement : ScriptSplitter.split(script)) {
            int start = offset + gap.length();
            assertThat(statement.line())
                    .isEqualTo(1
                            + script.substring(0, start)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count());
            offset = start + statement.text().length() + 1;
        }
    }

    @Property
    void splittingAStatementAgainGivesTheStatement(@ForAll("statements") List<String> statements) {
        for (String statement : statements) {
            assertThat(ScriptSplitter.split(statement).stream().map(ScriptStatement::text))
                    .containsExactly(statement);
        }
    }

    @Provide
    Arbitrary<List<String>> statements() {
        Arbitrary<String> text = Arbitraries.of(
                        "a", ";", "'", "\"", "\\", "$", "--", "/*", "*/", "(", ")", "\n", "é", " ", "END")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        Arbitrary<String> part = Arbitraries.oneOf(
                text.map(t -> "'" + t.replace("'", "''") + "'"),
                text.map(t -> "E'" + t.replace("\\", "\\\\").replace("'", "\\'") + "'"),
                text.map(t -> "\"x" + t.replace("\"", "\"\"") + "\""),
                text.map(t -> "$tag$" + t.replace("$", "") + "$tag$"),
                text.map(t -> "(a; '" + t.replace("'", "") + "'; b)"),
                text.map(t -> "/*" + t.replace("*", "").replace("/", "") + "*/ x"),
                Arbitraries.of("1", "->>", "x.y", "::", "end", "CASE WHEN a THEN b END"));
        Arbitrary<String> plain = part.list().ofMaxSize(6).map(parts -> "SELECT " + String.join(" , ", parts) + " x");
        Arbitrary<String> routine = Combinators.combine(plain, plain)
                .as((a, b) -> "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC " + a.replace("end ", "")
                        + "; SELECT CASE WHEN x THEN y END; END");
        return Arbitraries.oneOf(plain, routine).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of(" ", "\n", "\r\n\t", "-- ; '\n", "/* ; \n */", ";;\n", "\n\\restrict x'\n");
    }
}
