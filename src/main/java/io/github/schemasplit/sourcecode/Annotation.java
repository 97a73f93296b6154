package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An annotation in code.
 *
 * @param name its name, with its package where that is written
 * @param at where it begins, in pieces of code
 * @param end its last piece
 * @param open the parenthesis of its values; {@link Code#NONE} where it has none
 * @param values its values
 */
record Annotation(String name, int at, int end, int open, List<Value> values) {
    /**
     * A value of an annotation.
     *
     * @param name what it is of; {@code value} where nothing is written
     * @param at where it begins, with its name
     * @param from where what is after the equals sign begins
     * @param to its last piece
     */
    record Value(String name, int at, int from, int to) {}

    Annotation {
        values = List.copyOf(values);
    }

    /** The annotation whose at sign is at {@code at}; empty where none is. */
    static Optional<Annotation> at(Code code, int at) {
        if (!code.is(at, "@") || !code.isWord(at + 1) || code.is(at + 1, "interface")) {
            return Optional.empty();
        }
        int i = at + 1;
        // Kotlin says what of a property is annotated: @field:Column.
        if (code.is(i + 1, ":") && code.isWord(i + 2)) {
            i += 2;
        }
        StringBuilder name = new StringBuilder(code.text(i));
        while (code.is(i + 1, ".") && code.isWord(i + 2)) {
            name.append('.').append(code.text(i + 2));
            i += 2;
        }
        boolean hasValues = code.is(i + 1, "(") && code.partner(i + 1) > i;
        int open = hasValues ? i + 1 : Code.NONE;
        return Optional.of(new Annotation(
                name.toString(),
                at,
                hasValues ? code.partner(open) : i,
                open,
                hasValues ? values(code, open) : List.of()));
    }

    private static List<Value> values(Code code, int open) {
        List<Value> values = new ArrayList<>();
        int close = code.partner(open);
        int start = open + 1;
        for (int i = open + 1; i <= close; i++) {
            if (i == close || code.is(i, ",")) {
                if (start < i) {
                    boolean named = code.isWord(start) && code.is(start + 1, "=");
                    values.add(new Value(named ? code.text(start) : "value", start, named ? start + 2 : start, i - 1));
                }
                start = i + 1;
            } else if (code.partner(i) > i) {
                i = code.partner(i);
            }
        }
        return values;
    }

    /** Its name without the package. */
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    Optional<Value> value(String wanted) {
        return values.stream().filter(v -> v.name().equals(wanted)).findFirst();
    }
}
