package io.github.schemasplit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;

class SchemaObjectTest {
    private final SnapshotBuilder database = new SnapshotBuilder();

    @Test
    void commandsNameRoutinesAndOperatorsByTheirArguments() {
        assertThat(database.routine("public", "f", "integer, \"Web \"\"Shop\"\"\".t", "")
                        .arguments())
                .isEqualTo("integer, \"Web \"\"Shop\"\"\".t");
        assertThat(database.named(Catalog.PG_OPERATOR, "public", "|*|", "NONE, integer")
                        .arguments())
                .isEqualTo("NONE, integer");
    }

    @Test
    void commandsNameOperatorClassesByTheirAccessMethodAndTheRestByTheNameAlone() {
        assertThat(database.named(Catalog.PG_OPCLASS, "public", "ranked", "btree")
                        .arguments())
                .isEqualTo("btree");
        assertThat(database.named(Catalog.PG_COLLATION, "public", "sorted", "").arguments())
                .isEmpty();
        assertThat(database.table("orders").arguments()).isEmpty();
        assertThat(database.type("public", "amount", 'c').arguments()).isEmpty();
    }
}
