package io.github.schemasplit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    @Test
    void relationsAndRoutinesAreEqualOnlyWhereAllOfTheirComponentsAre() throws Exception {
        for (Record one : List.of(
                (Record) database.table("orders"), (Record) database.routine("public", "f", "integer", "SELECT 1"))) {
            RecordComponent[] components = one.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getAccessor().invoke(one);
            }
            Constructor<?> constructor = one.getClass()
                    .getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            assertThat(constructor.newInstance(values)).isEqualTo(one).hasSameHashCodeAs(one);
            for (int i = 0; i < values.length; i++) {
                Object[] changed = values.clone();
                changed[i] = otherThan(values[i]);
                assertThat(constructor.newInstance(changed))
                        .as(components[i].getName())
                        .isNotEqualTo(one);
            }
        }
    }

    private static Object otherThan(Object value) {
        if (value instanceof Long number) {
            return number + 1;
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof Character character) {
            return (char) (character + 1);
        }
        if (value instanceof String text) {
            return text + "x";
        }
        if (value instanceof Identifier name) {
            return Identifier.of(name.value() + "x");
        }
        if (value instanceof QualifiedName name) {
            return name.in(Identifier.of("elsewhere"));
        }
        if (value instanceof Enum<?> constant) {
            return Stream.of(constant.getDeclaringClass().getEnumConstants())
                    .filter(other -> other != constant)
                    .findFirst()
                    .orElseThrow();
        }
        if (value instanceof Optional<?>) {
            return value.equals(Optional.empty()) ? Optional.of("x") : Optional.empty();
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? List.of("x") : List.of();
        }
        throw new AssertionError("no other value than " + value);
    }
}
