package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The strings that code gives a name to. A name that has several values, or another one later, is none.
 *
 * <p>Those of one file are looked for first, by their names or by those of what they are in; then those of all files, by both.
 */
final class Constants {
    /** How often a constant may be made of other ones. */
    private static final int DEEPEST = 8;

    /** What stands before the name of a constant that is also a name of other things. */
    static final String PERHAPS = "perhaps ";

    /** By their names, and by their names in what they are in; then by their files, since many files may use one name. */
    private final Map<String, Map<String, List<Constant>>> byName = new HashMap<>();

    /**
     * A string with a name.
     *
     * @param file the file it is in
     * @param owner the class or object it is in; empty where it is in none
     * @param parts what it is made of
     */
    record Constant(String file, String owner, String name, List<Part> parts) {
        Constant {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of a string: a text, or the name of another constant.
     *
     * @param isName whether it is a name
     */
    record Part(String text, boolean isName) {}

    /** Adds what a file has. */
    void add(List<Constant> ofFile) {
        for (Constant constant : ofFile) {
            add(constant.name(), constant);
            if (!constant.owner().isEmpty()) {
                add(constant.owner() + "." + constant.name(), constant);
            }
        }
    }

    private void add(String name, Constant constant) {
        byName.computeIfAbsent(name, n -> new HashMap<>())
                .computeIfAbsent(constant.file(), f -> new ArrayList<>())
                .add(constant);
    }

    /** All of them. */
    List<Constant> all() {
        return byName.values().stream()
                .flatMap(files -> files.values().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /**
     * What a name in a file stands for, with a {@linkplain Literal#HOLE hole} for what is not known; empty when nothing is.
     *
     * @param name such as {@code ORDERS} or {@code Tables.ORDERS}
     * @param isKnown whether a name that the file does not give itself may be one of another file
     */
    Optional<String> value(String name, String file, boolean isKnown) {
        return value(name, file, isKnown, 0);
    }

    /** What a name in a file may stand for, that has several values in it or is given to other things as well. */
    List<String> perhaps(String name, String file) {
        Set<String> values = new TreeSet<>(values(name, file, false, 0));
        values.addAll(values(PERHAPS + name, file, false, 0));
        return List.copyOf(values);
    }

    private Optional<String> value(String name, String file, boolean isKnown, int depth) {
        Set<String> values = values(name, file, isKnown, depth);
        return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
    }

    private Set<String> values(String name, String file, boolean isKnown, int depth) {
        Set<String> values = new HashSet<>();
        if (depth > DEEPEST) {
            return values;
        }
        for (Constant constant : candidates(name, file, isKnown)) {
            StringBuilder value = new StringBuilder();
            for (Part part : constant.parts()) {
                value.append(
                        part.isName()
                                ? value(part.text(), constant.file(), true, depth + 1)
                                        .orElse(String.valueOf(Literal.HOLE))
                                : part.text());
            }
            values.add(value.toString());
        }
        return values;
    }

    private List<Constant> candidates(String name, String file, boolean isKnown) {
        int dot = name.lastIndexOf('.');
        String last = name.substring(dot + 1);
        String owner = dot < 0 ? "" : name.substring(name.lastIndexOf('.', dot - 1) + 1, dot);
        if (owner.equals("this")) {
            owner = "";
        }
        Map<String, List<Constant>> found = byName.getOrDefault(owner.isEmpty() ? last : owner + "." + last, Map.of());
        List<Constant> here = found.get(file);
        if (here != null) {
            return here;
        }
        return isKnown || !owner.isEmpty()
                ? found.values().stream().flatMap(List::stream).toList()
                : List.of();
    }
}
