package io.github.schemasplit.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an entry must be like that names objects of a kind. */
final class PatternRules {
    private final EntryKind kind;
    private final String what;
    private final Problems problems;

    PatternRules(EntryKind kind, Problems problems) {
        this.kind = kind;
        this.what = kind.noun();
        this.problems = problems;
    }

    /** The entries that are well formed. */
    List<Located<NamePattern>> patterns(List<MappingNode.Scalar> entries) {
        List<Located<NamePattern>> patterns = new ArrayList<>();
        for (MappingNode.Scalar entry : entries) {
            Optional<String> mistake = mistake(entry.text());
            if (mistake.isPresent()) {
                problems.add(entry.origin(), mistake.get());
            } else {
                patterns.add(new Located<>(new NamePattern(entry.text()), entry.origin()));
            }
        }
        return patterns;
    }

    private Optional<String> mistake(String text) {
        NamePattern whole = new NamePattern(text);
        int open = kind.hasArguments() ? whole.unescaped('(') : -1;
        NamePattern pattern = open < 0 ? whole : whole.withoutArguments();
        String name = pattern.text();
        if (kind.hasArguments() && (open < 0 ? whole.unescaped(')') >= 0 : !text.endsWith(")"))) {
            return Optional.of("the " + what + " " + Quoted.of(text)
                    + " has one parenthesis without the other; write \"name\" or \"name(integer, text)\", in quotes so that its"
                    + " commas do not part it");
        }
        if (endsInEscape(name)) {
            return Optional.of("the " + what + " " + Quoted.of(text)
                    + " ends in a backslash, which takes the next character as it is; write \\\\ for a backslash");
        }
        Optional<String> mistake =
                pattern.isGlob() && !name.isBlank() && name.strip().equals(name)
                        ? nul(name)
                        : NameRules.mistake(text, pattern.exactName(), what);
        return mistake.isPresent() ? mistake : qualified(text, pattern);
    }

    private Optional<String> nul(String name) {
        return name.indexOf('\0') < 0 ? Optional.empty() : NameRules.mistake(name, name, what);
    }

    private Optional<String> qualified(String text, NamePattern pattern) {
        int dot = pattern.unescaped('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return Optional.of("the " + what + " " + Quoted.of(text) + " is written with a schema; write "
                + Quoted.of(text.substring(dot + 1))
                + ", since all come from the source schema (a dot in the name itself is written \\.)");
    }

    private static boolean endsInEscape(String text) {
        int backslashes = 0;
        while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
