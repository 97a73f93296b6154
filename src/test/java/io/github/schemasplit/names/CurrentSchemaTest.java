package io.github.schemasplit.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Routines that ask the catalog for what is in the schema that their session looks in. */
class CurrentSchemaTest {
    private static final String WHY =
            ", which is schema public where that comes first; what moves from there will be in another one";

    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder().tables("It's \\", "orders");

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            PERFORM FROM information_schema.tables WHERE table_schema = current_schema() => current_schema
            PERFORM FROM pg_namespace n WHERE n.nspname = Current_Schema => Current_Schema
            PERFORM FROM pg_tables WHERE schemaname = ANY (pg_catalog.current_schemas(false)) => current_schemas
            EXECUTE 'SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND x = ''y''' => current_schema
            """)
    void areListed(String statement, String word) {
        database.table("orders");
        assertThat(unclear("BEGIN\n" + statement + "; END", "search_path=public, pg_temp"))
                .containsExactly("line 2: " + word + WHY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PERFORM x.current_schema, app.current_schema()",
                "SELECT 1 AS current_schema INTO x",
                "PERFORM 'current schema', \"current_schema\"",
                "-- current_schema()"
            })
    void otherThingsOfThatNameAreNot(String statement) {
        database.table("orders");
        assertThat(unclear("BEGIN\n" + statement + "\n; END", "search_path=public"))
                .isEmpty();
    }

    @Test
    void anotherSchemaThatComesFirstIsNotTheSource() {
        database.table("orders");
        database.schema("app");
        String body = "BEGIN PERFORM FROM pg_tables WHERE schemaname = current_schema(); END";
        assertThat(unclear(body, "search_path=app, public")).isEmpty();
        assertThat(unclear(body, "search_path=gone, public")).hasSize(1);
    }

    @Test
    void aSourceThatNothingLeavesIsNotListed() {
        database.table("other", "orders");
        assertThat(unclear(
                        "BEGIN PERFORM FROM pg_tables WHERE schemaname = current_schema(); END", "search_path=public"))
                .isEmpty();
    }

    private List<String> unclear(String body, String... settings) {
        Routine routine = database.routine("public", "f", "", body, settings);
        return new RoutineTexts(Assigner.assign(database.build(), mapping.build()))
                .read(routine).orElseThrow().unclear().stream()
                        .map(UnclearName::toString)
                        .toList();
    }
}
