package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.RestApi;
import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.names.SettingValues;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the database, of roles and of routines, other than search_path, whose values name the source schema or what moves:
 * {@code pgrst.db_schemas = 'public'}.
 *
 * @see <a href="https://postgrest.org/en/stable/references/configuration.html">PostgREST's configuration in the database</a>
 */
final class SettingTextRule implements AnalysisRule {
    private final RoutineTexts texts;

    SettingTextRule(RoutineTexts texts) {
        this.texts = texts;
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        if (assignment.moves().isEmpty()) {
            return List.of();
        }
        SettingValues values = new SettingValues(texts);
        Server server = assignment.snapshot().server();
        // What an API serves is told elsewhere where the mapping says something of it.
        boolean decided = !RestApi.of(assignment).wanted().isEmpty();
        List<Finding> findings = new ArrayList<>();
        // One of the database has no effect.
        check(
                otherThanServed(server.databaseSettings()),
                values,
                "database " + server.database(),
                Statement.of("ALTER DATABASE %s", server.database()),
                findings);
        for (Role role : assignment.snapshot().all(Role.class)) {
            check(
                    decided ? otherThanServed(role.settings()) : role.settings(),
                    values,
                    role.describe(),
                    Statement.of("ALTER ROLE %s IN DATABASE %s", role.name(), server.database()),
                    findings);
        }
        for (Routine routine : assignment.snapshot().all(Routine.class)) {
            if (!assignment.snapshot().isExtensionMember(routine.id())) {
                check(
                        routine.settings(),
                        values,
                        routine.describe(),
                        new Statement(
                                "ALTER ROUTINE " + routine.name().sql() + "(" + routine.identityArguments() + ")"),
                        findings);
            }
        }
        return findings;
    }

    private static List<String> otherThanServed(List<String> settings) {
        List<String> others = new ArrayList<>();
        for (String setting : settings) {
            if (!setting.startsWith(ApiServer.SETTING + "=")) {
                others.add(setting);
            }
        }
        return others;
    }

    private static void check(
            List<String> settings, SettingValues values, String subject, Statement alter, List<Finding> findings) {
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String name = setting.substring(0, equals);
            String value = setting.substring(equals + 1);
            Optional<String> named = values.named(name, value);
            if (named.isPresent()) {
                findings.add(finding(subject, alter, name, named.get(), values.after(name, value)));
            }
        }
    }

    private static Finding finding(String subject, Statement alter, String name, String named, Optional<String> after) {
        Statement set = Statement.of(
                "%s SET %s = %s",
                alter, dotted(name), after.<SqlPart>map(Literal::of).orElse(new Statement("…")));
        return Finding.of(
                FindingCode.SETTING_NAMES_MOVED_OBJECT,
                Severity.WARNING,
                subject,
                "its setting " + name + " names " + named + ", and does not follow the move",
                (after.isPresent()
                                ? "with the move, run: "
                                : "look at its value, and change it with the move where that is meant: ")
                        + set + ";"
                        + (name.startsWith(SettingValues.POSTGREST) ? " NOTIFY pgrst, 'reload config';" : ""));
    }

    private static SqlPart dotted(String name) {
        return new Statement(String.join(
                ".",
                Arrays.stream(name.split("\\."))
                        .map(p -> Identifier.of(p).sql())
                        .toList()));
    }
}
