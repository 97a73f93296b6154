package io.github.schemasplit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** A mapping and a real database, through everything from reading to executing. */
public final class Scenario {
    private static final Identifier JOURNAL = Identifier.of("schemasplit");

    private final TestDatabase database;
    private final Mapping mapping;

    public Scenario(TestDatabase database, String mapping) {
        this.database = database;
        ParsedMapping parsed = MappingParser.parse(MappingSources.of(YamlMappingReader.read(mapping, "mapping.yml")));
        assertThat(parsed.problems()).isEmpty();
        this.mapping = parsed.mapping().orElseThrow();
    }

    public Plan plan() {
        Assignment assignment = Assigner.assign(snapshot(), mapping);
        assertThat(assignment.problems()).isEmpty();
        return new Planner().plan(assignment);
    }

    /** Every object with its name and its state. */
    public ObjectStates states() {
        return ObjectStates.of(snapshot(), JOURNAL);
    }

    public Snapshot snapshot() {
        try (Connection connection = database.connect()) {
            return new CatalogReader().readInOwnTransaction(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Executes a plan in one transaction. */
    public void execute(Plan plan) {
        execute(plan.operations().stream()
                .map(o -> o.statement().sql())
                .collect(Collectors.joining(";\n", "SET LOCAL check_function_bodies = off;\n", "")));
    }

    /** Executes a script in one transaction. */
    public void execute(String script) {
        database.execute("BEGIN;\n" + script + ";\nCOMMIT");
    }

    /** Applies, plans again, takes back: the plan is empty after the first, and everything as it was after the last. */
    public void assertTriad() {
        ObjectStates before = states();
        Plan plan = plan();
        execute(plan);
        assertThat(plan().operations()).isEmpty();
        assertThat(states()).isNotEqualTo(before);
        execute(plan.inverse());
        assertThat(states().states()).containsExactlyElementsOf(before.states());
        assertThat(plan()).isEqualTo(plan);
    }
}
