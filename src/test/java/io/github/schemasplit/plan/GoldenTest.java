package io.github.schemasplit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Each folder of {@code golden} holds a database ({@code before.sql}), a mapping, and the plan and its inverse that come of them,
 * on every version of the server. {@code -Dgolden.update=true} writes the latter two anew. A first line {@code -- from 15} says
 * from which version on the database can be had.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @PostgresTest
    void alterSetSchemaOfTables(TestDatabase database) {
        check(database, "tables");
    }

    @PostgresTest
    void alterSetSchemaOfViews(TestDatabase database) {
        check(database, "views");
    }

    @PostgresTest
    void alterSetSchemaOfTypesAndRoutines(TestDatabase database) {
        check(database, "types-and-routines");
    }

    @PostgresTest
    void createSchemaAndCommentOnSchema(TestDatabase database) {
        check(database, "schemas");
    }

    @PostgresTest
    void grantOnSchema(TestDatabase database) {
        check(database, "usage");
    }

    @PostgresTest
    void grantOnSchemaWhereTheSourceIsClosed(TestDatabase database) {
        check(database, "usage-closed");
    }

    @PostgresTest
    void alterDefaultPrivileges(TestDatabase database) {
        check(database, "default-privileges");
    }

    @PostgresTest
    void revokeOnSchemaOfWhatDefaultPrivilegesGiveOnANewOne(TestDatabase database) {
        check(database, "new-schema-privileges");
    }

    @PostgresTest
    void alterPublication(TestDatabase database) {
        check(database, "publications");
    }

    @PostgresTest
    void createOrReplaceOfRoutines(TestDatabase database) {
        check(database, "routine-bodies");
    }

    @PostgresTest
    void setSearchPathOfRoutines(TestDatabase database) {
        check(database, "routine-paths");
    }

    @PostgresTest
    void alterJob(TestDatabase database) {
        check(database, "jobs");
    }

    @PostgresTest
    void createViewUnderTheOldName(TestDatabase database) {
        check(database, "old-names");
    }

    @PostgresTest
    void hostileNames(TestDatabase database) {
        check(database, "hostile-names");
    }

    private static void check(TestDatabase database, String name) {
        Path folder = FOLDER.resolve(name);
        String before = read(folder.resolve("before.sql"));
        if (database.server().major() < firstVersion(before)) {
            return;
        }
        database.execute(before);
        Scenario scenario = new Scenario(database, read(folder.resolve("mapping.yml")));
        Plan plan = scenario.plan();

        compare(folder.resolve("plan.sql"), plan);
        compare(folder.resolve("rollback.sql"), plan.inverse());
        scenario.assertTriad();
    }

    private static int firstVersion(String before) {
        return before.startsWith("-- from ") ? Integer.parseInt(before.substring(8, before.indexOf('\n'))) : 13;
    }

    private static void compare(Path file, Plan plan) {
        String text = plan.operations().stream()
                .map(o -> "-- " + o.reason() + "\n" + o.statement().sql() + ";\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            write(file, text);
        }
        assertThat(text).isEqualTo(read(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
