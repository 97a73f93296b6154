package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a file of Java or Kotlin imports. */
final class Imports {
    private final Code code;
    private final List<Import> imports = new ArrayList<>();

    /**
     * @param name what is imported, {@code *} at its end for all of a package
     * @param end its last piece
     */
    record Import(String name, int end) {}

    Imports(Code code) {
        this.code = code;
        for (int i = 0; i < code.size(); i++) {
            if (code.is(i, "import") && (code.isWord(i + 1))) {
                int j = code.is(i + 1, "static") ? i + 2 : i + 1;
                StringBuilder name = new StringBuilder(code.text(j));
                while (code.is(j + 1, ".")) {
                    name.append('.').append(code.text(j + 2));
                    j += 2;
                }
                imports.add(new Import(name.toString(), code.is(j + 1, ";") ? j + 1 : j));
            } else if (code.is(i, "{")) {
                return;
            }
        }
    }

    /** The package that a simple name is from, among some. */
    Optional<String> packageOf(String name, List<String> packages) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            return packages.stream()
                    .filter(p -> p.equals(name.substring(0, dot)))
                    .findFirst();
        }
        for (Import each : imports) {
            if (each.name.endsWith("." + name)) {
                return packages.stream()
                        .filter(p -> each.name.equals(p + "." + name))
                        .findFirst();
            }
        }
        return packages.stream()
                .filter(p -> imports.stream().anyMatch(i -> i.name.equals(p + ".*")))
                .findFirst();
    }

    /** Whether anything of a package, or of one below it, is imported. */
    boolean anyOf(String prefix) {
        return imports.stream().anyMatch(i -> i.name.startsWith(prefix));
    }

    /** Whether a simple name is imported by itself. */
    boolean hasSimple(String name) {
        return imports.stream().anyMatch(i -> i.name.endsWith("." + name));
    }

    /** Where in the source the import of a name ends; empty where it is not imported by its name. */
    Optional<Integer> endOf(String name) {
        return imports.stream()
                .filter(i -> i.name.equals(name))
                .map(i -> code.lexeme(i.end).end())
                .findFirst();
    }
}
