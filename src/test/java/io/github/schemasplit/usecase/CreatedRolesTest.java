package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Roles that the mapping asks for, which all databases of a server share: so each database of these has names of its own. */
class CreatedRolesTest {
    private static final int MEMBERS_BY_CREATION = 16;

    private static final String MAPPING = """
            schemas:
              shop:
                tables: [orders]
                access:
                  strict: true
                  usage: ["%1$s reader"]
                  tables: { "%1$s reader": [select] }
                  defaults: { tables: { "%1$s reader": [select] } }
                policies:
                  - { table: orders, name: own, for: select, to: ["%1$s reader", "%1$s writer"], using: id > 0 }
                rowSecurity: { enable: all }
            createRoles: ["%1$s writer", "%1$s reader"]
            compatibility: none
            unmapped: keep
            """;

    @TempDir
    private Path output;

    private static ParsedMapping mapping(TestDatabase database) {
        return MappingParser.parse(
                MappingSources.of(YamlMappingReader.read(MAPPING.formatted(database.name()), "m.yml")));
    }

    private static String role(TestDatabase database, String name) {
        return "\"" + database.name() + " " + name + "\"";
    }

    private static List<String> roles(TestDatabase database) {
        return database.query("SELECT rolname, rolcanlogin, rolsuper FROM pg_roles WHERE starts_with(rolname, '"
                + database.name() + " ') ORDER BY 1");
    }

    private static List<String> made(TestDatabase database) {
        return List.of(database.name() + " reader|f|f", database.name() + " writer|f|f");
    }

    /** As any client runs it, in one transaction. */
    private String script(String name) throws IOException {
        return "BEGIN;\n" + Files.readString(output.resolve(name)).replace("\\set ON_ERROR_STOP on\n", "") + "COMMIT";
    }

    /** By a superuser, and by a role that owns the table and may make roles, which the server makes a member from 16 on. */
    @PostgresTest
    void areMadeForWhatTheMappingGivesThemAndDroppedByARollback(TestDatabase database) {
        String migrator = database.name() + "_migrator";
        database.execute(
                "CREATE ROLE " + migrator + " LOGIN CREATEROLE; GRANT CREATE ON DATABASE " + database.name() + " TO "
                        + migrator + "; GRANT USAGE, CREATE ON SCHEMA public TO " + migrator + "; SET ROLE " + migrator
                        + "; CREATE TABLE orders (id int PRIMARY KEY)");
        if (database.server().major() >= MEMBERS_BY_CREATION) {
            database.execute("ALTER ROLE " + migrator + " SET createrole_self_grant = 'inherit'");
        }
        ParsedMapping mapping = mapping(database);
        for (Goals goals :
                List.of(Goals.on(database, output), Goals.on(database, output).as(migrator))) {
            ObjectStates states = goals.states();
            assertThat(goals.migrate(mapping).batches()).hasSize(2);
            assertThat(roles(database)).isEqualTo(made(database));
            assertThat(database.query("SELECT has_table_privilege('" + database.name()
                            + " reader', 'shop.orders', 'SELECT'), polroles::regrole[] FROM pg_policy"))
                    .singleElement()
                    .asString()
                    .startsWith("t|")
                    .contains("reader", "writer");
            assertThat(goals.migrate(mapping).batches()).isEmpty();
            assertThat(goals.verify(mapping, Expectation.MIGRATED).findings()).isEmpty();
            goals.rollback();
            assertThat(roles(database)).isEmpty();
            assertThat(goals.states()).isEqualTo(states);
            database.execute("DROP SCHEMA " + Goals.JOURNAL + " CASCADE");
        }
        database.execute("ALTER ROLE " + migrator + " NOCREATEROLE");
        GoalStoppedException refused = catchThrowableOfType(
                GoalStoppedException.class,
                () -> Goals.on(database, output).as(migrator).migrate(mapping));
        assertThat(refused.findings())
                .filteredOn(finding -> finding.code() == FindingCode.ROLE_RIGHTS_MISSING)
                .extracting(finding -> finding.remedy())
                .containsExactly(
                        "let a superuser or a role with CREATEROLE run: CREATE ROLE " + role(database, "reader")
                                + " NOLOGIN;",
                        "let a superuser or a role with CREATEROLE run: CREATE ROLE " + role(database, "writer")
                                + " NOLOGIN;");
    }

    /** What others gave them is said, and they stay; one that comes between the plan and the change is not made, and nobody's to drop. */
    @PostgresTest
    void stayWhereOthersUseThem(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int PRIMARY KEY); CREATE TABLE kept (id int)");
        Goals goals = Goals.on(database, output);
        List<String> others = new ArrayList<>(List.of("CREATE ROLE " + role(database, "writer") + " CREATEDB"));
        Migrate.Result migration = new Migrate(goals.workplace(), AllowedHazards.NONE, Goals.PERSISTENCE, event -> {
                    if (event instanceof Event.Attempt
                            && !others.isEmpty()
                            && database.query("SELECT to_regnamespace('shop')").contains("shop")) {
                        database.execute(others.remove(0));
                    }
                })
                .run(mapping(database));
        assertThat(migration.plan().roles()).singleElement().asString().contains("reader");
        // As in a database that was restored, where the roles are not those of the dump.
        database.execute("UPDATE schemasplit.migration SET table_oid = table_oid::int8 + 1");
        assertThatThrownBy(goals::rollback)
                .hasMessageContaining("role " + role(database, "reader") + " stays, since the database was restored");
        database.execute("UPDATE schemasplit.migration SET table_oid = table_oid::int8 - 1");
        database.execute("GRANT SELECT ON kept TO " + role(database, "reader") + "; GRANT " + role(database, "reader")
                + " TO pg_monitor; GRANT pg_monitor TO " + role(database, "writer"));
        assertThatThrownBy(goals::rollback)
                .hasMessageContaining("role " + role(database, "reader")
                        + " stays, since it holds privileges on table kept, role pg_monitor is a member of it")
                .hasMessageNotContaining("writer");
        database.execute("DROP TABLE kept; REVOKE " + role(database, "reader") + " FROM pg_monitor; ALTER ROLE "
                + role(database, "reader") + " SET work_mem = '1MB'");
        assertThatThrownBy(goals::rollback).hasMessageContaining("stays, since it was altered");
        goals.rollbackByForce();
        assertThat(roles(database)).isEqualTo(made(database));
        assertThat(database.query("SELECT rolcreatedb FROM pg_roles WHERE rolname = '" + database.name() + " writer'"))
                .containsExactly("t");
    }

    /** A script refuses a role that came since, and one that others use; else it does what the goals do. */
    @PostgresTest
    void areInTheScripts(TestDatabase database) throws IOException {
        database.execute("CREATE TABLE orders (id int PRIMARY KEY)");
        Goals goals = Goals.on(database, output);
        ObjectStates states = goals.states();
        goals.generate(mapping(database), Optional.empty());
        String migrate = script("migrate.sql");
        String rollback = script("rollback.sql");
        database.execute("CREATE ROLE " + role(database, "reader"));
        assertThatThrownBy(() -> database.execute(migrate)).hasStackTraceContaining("reader\" is there already");
        database.execute("DROP ROLE " + role(database, "reader"));
        database.execute(migrate);
        assertThat(roles(database)).isEqualTo(made(database));
        database.execute("GRANT " + role(database, "reader") + " TO pg_monitor");
        assertThatThrownBy(() -> database.execute(rollback)).hasStackTraceContaining("given to others");
        database.execute("REVOKE " + role(database, "reader") + " FROM pg_monitor; COMMENT ON ROLE "
                + role(database, "reader") + " IS 'others use it'");
        assertThatThrownBy(() -> database.execute(rollback)).hasStackTraceContaining("was altered");
        database.execute("COMMENT ON ROLE " + role(database, "reader") + " IS NULL");
        database.execute(rollback);
        assertThat(roles(database)).isEmpty();
        assertThat(goals.states()).isEqualTo(states);
    }
}
