package io.github.schemasplit.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class InitLoaderTest {
    @TempDir
    Path directory;

    @PostgresTest
    void loadsWhatADumpHolds(TestDatabase database) throws Exception {
        load(database, """
                \\restrict Ab1
                SET standard_conforming_strings = on;
                SELECT pg_catalog.set_config('search_path', '', false);
                CREATE TABLE public."Order Items" (id int, "a""b" text);
                CREATE FUNCTION public.f() RETURNS int LANGUAGE plpgsql AS $_$ BEGIN RETURN 1; -- ';
                END; $_$;
                COPY public."Order Items" (id, "a""b") FROM stdin;
                1\tit's; a \\\\ größe
                2\t\\N
                \\.

                CREATE RULE r AS ON UPDATE TO public."Order Items" DO ALSO (SELECT 1; SELECT 2);
                \\unrestrict Ab1
                """, "CREATE TABLE next_file AS SELECT current_setting('search_path') AS path;");
        assertThat(database.query("SELECT * FROM \"Order Items\" ORDER BY id"))
                .containsExactly("1|it's; a \\ größe", "2|null");
        assertThat(database.query("SELECT path FROM next_file")).containsExactly("\"$user\", public");
    }

    @PostgresTest
    void runsJdbcsSpecialCharactersAsTheyAre(TestDatabase database) throws Exception {
        load(
                database,
                "CREATE TABLE t AS SELECT '{\"a\": 1}'::jsonb ? 'a' AS q, '{d ''x''}' AS \"{fn now()}\", '%s $1' AS \"select\";");
        assertThat(database.query("SELECT * FROM t")).containsExactly("t|{d 'x'}|%s $1");
    }

    @PostgresTest
    void loadsRoutinesWithAtomicBodiesWhereThereAreSuch(TestDatabase database) throws Exception {
        if (database.server().major() < 14) {
            load(database, "CREATE TABLE t ();");
            return;
        }
        load(
                database,
                "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE a WHEN 1 THEN 10 ELSE 20 END; END; CREATE TABLE t ();");
        assertThat(database.query("SELECT f(1), f(2)")).containsExactly("10|20");
    }

    @PostgresTest
    void leavesNothingOfAFileThatFails(TestDatabase database) throws Exception {
        assertThatExceptionOfType(InitScriptException.class)
                .isThrownBy(() -> load(database, "CREATE TABLE kept ();", "CREATE TABLE gone ();\nSELECT 1/0;"));
        assertThat(database.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .containsExactly("kept");
    }

    @PostgresTest
    void runsWhatCannotBeInATransaction(TestDatabase database) throws Exception {
        load(
                database,
                "CREATE TABLE t (a int); VACUUM t; CREATE INDEX CONCURRENTLY i ON t (a);",
                "CREATE TYPE mood AS ENUM ('a'); ALTER TYPE mood ADD VALUE 'b'; CREATE TABLE m AS SELECT 'b'::mood AS m;",
                "BEGIN; CREATE TABLE u (); COMMIT; BEGIN; CREATE TABLE v (); ROLLBACK;",
                "DO $$ BEGIN CREATE TABLE w (); COMMIT; END $$;");
        assertThat(database.query(
                        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1"))
                .containsExactly("i", "m", "t", "u", "w");
    }

    @PostgresTest
    void startsEachFileWithANewSession(TestDatabase database) throws Exception {
        load(
                database,
                "SET ROLE pg_monitor; SET statement_timeout = '1h'; CREATE TEMP TABLE x (); BEGIN; SET TIME ZONE 'Asia/Tokyo'; COMMIT;",
                "SET SESSION AUTHORIZATION pg_monitor;",
                "CREATE TABLE s AS SELECT current_user AS u, current_setting('statement_timeout') AS t, to_regclass('x') AS x;");
        assertThat(database.query("SELECT u, t, x FROM s")).containsExactly("postgres|0|null");
    }

    @PostgresTest
    void saysFileLineStatementAndReason(TestDatabase database) throws Exception {
        InitScriptException e =
                failure(database, "-- first\n\nCREATE TABLE a ();\nSELECT 'größe 😀',\n  x\nFROM nowhere,\n a,\n a;\n");
        assertThat(e.line()).isEqualTo(6);
        assertThat(e.file()).isEqualTo(directory.resolve("V1__x.sql"));
        assertThat(e)
                .hasMessageContaining("V1__x.sql:6: relation \"nowhere\" does not exist")
                .hasMessageContaining("    SELECT 'größe 😀',\n      x\n    FROM nowhere,\n    …");
    }

    @PostgresTest
    void saysWhichRowOfCopyFails(TestDatabase database) throws Exception {
        InitScriptException e = failure(database, "CREATE TABLE a (n int);\nCOPY a FROM stdin;\n1\nx\n\\.\n");
        assertThat(e.line()).isEqualTo(2);
        assertThat(e).hasMessageContaining("COPY a, line 2, column n");
    }

    @PostgresTest
    void keepsPasswordsOutOfItsMessages(TestDatabase database) throws Exception {
        InitScriptException e = failure(database, "ALTER ROLE nobody_there ENCRYPTED PASSWORD /* x */ 'S3cret!';");
        assertThat(e).hasMessageContaining("nobody_there").hasMessageContaining("'***'");
        assertThat(e.getMessage()).doesNotContain("S3cret");
    }

    @PostgresTest
    void refusesATransactionWithoutEnd(TestDatabase database) throws Exception {
        assertThat(failure(database, "BEGIN;\nCREATE TABLE a ();")).hasMessageContaining("add COMMIT");
        assertThat(database.query("SELECT to_regclass('a')")).containsExactly("null");
    }

    @PostgresTest
    void saysAConstraintThatFailsAtTheEndOfTheFile(TestDatabase database) throws Exception {
        InitScriptException e = failure(
                database,
                "CREATE TABLE a (id int PRIMARY KEY, b int REFERENCES a DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO a VALUES (1, 2);");
        assertThat(e).hasMessageContaining("at the end of the file").hasMessageContaining("a_b_fkey");
    }

    @PostgresTest
    void reportsWhatCannotBeReadBeforeAnythingRuns(TestDatabase database) throws Exception {
        Path good = write("V0__x.sql", "CREATE TABLE a ();".getBytes(StandardCharsets.UTF_8));
        Path latin = write("V2__x.sql", "SELECT 1;\n-- gr\u00f6\u00dfe".getBytes(StandardCharsets.ISO_8859_1));
        Path meta = write("V3__x.sql", "\\i other.sql".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(InitScriptException.class)
                .isThrownBy(() -> load(database, List.of(good, latin)))
                .withMessageContaining("V2__x.sql:2: this line is not UTF-8 (byte 16 of the file)");
        assertThatExceptionOfType(InitScriptException.class)
                .isThrownBy(() -> load(database, List.of(good, meta)))
                .withMessageContaining("V3__x.sql:1: psql command \\i");
        assertThatExceptionOfType(InitScriptException.class)
                .isThrownBy(() -> load(database, List.of(good, directory.resolve("V9__x.sql"))))
                .withMessageContaining("V9__x.sql: the file cannot be read");
        assertThat(database.query("SELECT to_regclass('a')")).containsExactly("null");
    }

    @PostgresTest
    void passesOverAByteOrderMark(TestDatabase database) throws Exception {
        load(database, "\uFEFFCREATE TABLE a ();");
        assertThat(database.query("SELECT to_regclass('a')")).containsExactly("a");
    }

    private InitScriptException failure(TestDatabase database, String script) throws IOException, SQLException {
        try {
            load(database, script);
        } catch (InitScriptException e) {
            return e;
        }
        throw new AssertionError("it ran");
    }

    private void load(TestDatabase database, String... scripts) throws IOException, SQLException {
        List<Path> files = new ArrayList<>();
        for (String script : scripts) {
            files.add(write("V" + (files.size() + 1) + "__x.sql", script.getBytes(StandardCharsets.UTF_8)));
        }
        load(database, files);
    }

    private static void load(TestDatabase database, List<Path> files) throws SQLException {
        try (Connection connection = database.connect()) {
            InitLoader.load(connection, files);
        }
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }
}
