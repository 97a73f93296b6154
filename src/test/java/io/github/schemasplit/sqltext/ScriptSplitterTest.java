package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptSplitterTest {
    static Stream<Arguments> scripts() {
        return Stream.of(
                script("", List.of()),
                script(" ;; -- nothing; here\n ; /* ; */", List.of()),
                script("SELECT 1; SELECT 2", List.of("SELECT 1", "SELECT 2")),
                script("SELECT 1 /* ; */ -- ;\n, 2;", List.of("SELECT 1 /* ; */ -- ;\n, 2")),
                script(
                        "SELECT ';', E'\\';', \";\", $$;$$, $b$;$$;$b$;x",
                        List.of("SELECT ';', E'\\';', \";\", $$;$$, $b$;$$;$b$", "x")),
                script(
                        "CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b); SELECT 1;",
                        List.of("CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b)", "SELECT 1")),
                script(
                        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN CASE 1 WHEN 1 THEN 2 END END;"
                                + " SELECT 1 AS end; SELECT t.end FROM t; END; SELECT 2;",
                        List.of(
                                "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN CASE 1 WHEN 1 THEN 2 END END;"
                                        + " SELECT 1 AS end; SELECT t.end FROM t; END",
                                "SELECT 2")),
                script(
                        "create or replace procedure p() begin atomic; end; select 1",
                        List.of("create or replace procedure p() begin atomic; end", "select 1")),
                script("BEGIN; SELECT 1; END; SELECT 2", List.of("BEGIN", "SELECT 1", "END", "SELECT 2")),
                script("DO $do$ BEGIN x; END $do$; y", List.of("DO $do$ BEGIN x; END $do$", "y")),
                script("SELECT a); b", List.of("SELECT a)", "b")),
                script("\\restrict abc'd\n\nSELECT 1;\n\n\\unrestrict abc'd\n", List.of("SELECT 1")),
                script(
                        "SET standard_conforming_strings = off; SELECT '\\';'; SET SESSION standard_conforming_strings TO 'on'; SELECT '\\'; x",
                        List.of(
                                "SET standard_conforming_strings = off",
                                "SELECT '\\';'",
                                "SET SESSION standard_conforming_strings TO 'on'",
                                "SELECT '\\'",
                                "x")),
                script("COPY (SELECT 1) TO stdout; x", List.of("COPY (SELECT 1) TO stdout", "x")),
                script("SELECT 1 AS copy FROM stdin; x", List.of("SELECT 1 AS copy FROM stdin", "x")));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void splitsAtTheSemicolonsThatEndAStatement(String script, List<String> expected) {
        assertThat(ScriptSplitter.split(script).stream().map(ScriptStatement::text))
                .isEqualTo(expected);
    }

    @Test
    void saysTheLineOfEachStatement() {
        assertThat(ScriptSplitter.split("-- a\n\nSELECT\n1; SELECT 2;\r\nSELECT '\n'\n;/*\n*/ SELECT 3"))
                .extracting(ScriptStatement::line)
                .containsExactly(3, 4, 5, 8);
    }

    @Test
    void takesTheRowsAfterCopyAsDumpsWriteThem() {
        String script = "COPY public.\"Order Items\" (a, \"b;\") FROM stdin;\n1\tit's; $$ \\N\n\\.x\n\\.\n\nSELECT 1;\n"
                + "COPY e FROM STDIN WITH (FORMAT csv);\r\n\\.\r\nSELECT 2";
        assertThat(ScriptSplitter.split(script))
                .containsExactly(
                        new ScriptStatement(
                                "COPY public.\"Order Items\" (a, \"b;\") FROM stdin",
                                1,
                                Optional.of("1\tit's; $$ \\N\n\\.x\n")),
                        new ScriptStatement("SELECT 1", 6, Optional.empty()),
                        new ScriptStatement("COPY e FROM STDIN WITH (FORMAT csv)", 7, Optional.of("")),
                        new ScriptStatement("SELECT 2", 9, Optional.empty()));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("SELECT 1;\n\\connect other", 2, "psql command \\connect cannot be run here"),
                Arguments.of("\n\n  \\i more.sql", 3, "list the included file by itself"),
                Arguments.of("SELECT 1 \\gset\n", 1, "psql command \\gset"),
                Arguments.of("SELECT 1\n\\restrict x\n;", 2, "psql command \\restrict"),
                Arguments.of("\\.", 1, "no COPY"),
                Arguments.of("\\timing", 1, "remove the line"),
                Arguments.of("SELECT 1;\n\nSELECT 'a\n\n", 3, "string that begins here has no end"),
                Arguments.of("SELECT \n\"a", 2, "quoted identifier"),
                Arguments.of("/* /* */", 1, "comment"),
                Arguments.of("\nDO $$ x", 2, "string"),
                Arguments.of("\nCOPY t FROM stdin;\n1\n", 2, "no end: put a line \\."),
                Arguments.of("COPY t FROM stdin; SELECT 1;\n\\.\n", 1, "on the same line"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesWhatItCannotSplitWithLineAndAdvice(String script, int line, String advice) {
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> ScriptSplitter.split(script))
                .withMessageContaining(advice)
                .satisfies(e -> assertThat(e.line()).isEqualTo(line));
    }

    @Test
    void namesTheLeadingWordsOfAStatement() {
        assertThat(ScriptSplitter.split("create /* x */ Unique index \"i\" on t")
                        .get(0)
                        .leadingWords())
                .containsExactly("CREATE", "UNIQUE", "INDEX");
    }

    private static Arguments script(String script, List<String> statements) {
        return Arguments.of(script, statements);
    }
}
