package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.sql.Identifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Operations of every kind with hostile strings in all their parts; a new kind is among them by itself. */
final class AnyOperation {
    private static final List<String> HOSTILE = List.of(
            "Order Items",
            "a\"b",
            "select",
            "50%s",
            "$1",
            "a\\b",
            "\\u0041",
            "tab\tline\nend\r",
            "it's",
            "größe_ü",
            "注文",
            "\uD83D\uDE00",
            "{\"CreateSchema\":[]}",
            "null",
            "x".repeat(63));

    private AnyOperation() {}

    static Arbitrary<Operation> operation() {
        return Arbitraries.of(RecordCodec.records(Operation.class).toList())
                .flatMap(type -> of(type).map(Operation.class::cast));
    }

    /** Text that the server could hold: any characters but NUL and halves of pairs. */
    static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.of(HOSTILE),
                Arbitraries.strings()
                        .withCharRange('\u0001', '\uD7FF')
                        .withCharRange('\uE000', '\uFFFD')
                        .ofMaxLength(20));
    }

    private static Arbitrary<? extends Object> of(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Arbitrary<? extends Object> element = of(parameterized.getActualTypeArguments()[0]);
            if (parameterized.getRawType() == Set.class) {
                return element.set().ofMinSize(1).ofMaxSize(3);
            }
            return parameterized.getRawType() == Optional.class
                    ? element.<Object>map(Optional::of).injectNull(0.3).map(o -> o == null ? Optional.empty() : o)
                    : element.list().ofMinSize(1).ofMaxSize(3);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Identifier.class) {
            return text().filter(t -> !t.isEmpty()).map(Identifier::of);
        } else if (raw.isRecord()) {
            return record(raw);
        } else if (raw.isSealed()) {
            return Arbitraries.of(RecordCodec.records(raw).toList()).flatMap(AnyOperation::of);
        } else if (raw.isEnum()) {
            return Arbitraries.of(Arrays.asList(raw.getEnumConstants()));
        } else if (raw == boolean.class) {
            return Arbitraries.of(true, false);
        } else if (raw == int.class) {
            return Arbitraries.integers().between(1, 1600);
        } else if (raw == long.class) {
            return Arbitraries.longs().between(0, 0xFFFF_FFFFL);
        }
        return text();
    }

    private static Arbitrary<Object> record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Arbitrary<Object>> values = Arrays.stream(components)
                .map(c -> of(c.getGenericType()).map(Object.class::cast))
                .toList();
        return Combinators.combine(values).as(arguments -> {
            try {
                return type.getConstructor(types).newInstance(arguments.toArray());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
