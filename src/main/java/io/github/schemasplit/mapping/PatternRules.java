package io.github.schemasplit.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an entry must be like that names tables, views, routines or types. */
final class PatternRules {
    /** For a routine, its name ends where the arguments begin. */
    private final boolean isRoutine;

    private final String what;
    private final Problems problems;

    /** @param what what the entries name, for messages: {@code table} */
    PatternRules(String what, Problems problems) {
        this.isRoutine = what.equals("routine");
        this.what = what;
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
        int open = isRoutine ? unescaped(text, '(') : -1;
        String name = open < 0 ? text : text.substring(0, open).stripTrailing();
        if (isRoutine && (open < 0 ? unescaped(text, ')') >= 0 : !text.endsWith(")"))) {
            return Optional.of("the routine " + Quoted.of(text)
                    + " has one parenthesis without the other; write \"name\" or \"name(integer, text)\", in quotes so that its"
                    + " commas do not part it");
        }
        if (endsInEscape(name)) {
            return Optional.of("the " + what + " " + Quoted.of(text)
                    + " ends in a backslash, which takes the next character as it is; write \\\\ for a backslash");
        }
        NamePattern pattern = new NamePattern(name);
        Optional<String> mistake =
                pattern.isGlob() && !name.isBlank() && name.strip().equals(name)
                        ? nul(name)
                        : NameRules.mistake(text, pattern.exactName(), what);
        return mistake.isPresent() ? mistake : qualified(text, name);
    }

    private Optional<String> nul(String name) {
        return name.indexOf('\0') < 0 ? Optional.empty() : NameRules.mistake(name, name, what);
    }

    private Optional<String> qualified(String text, String name) {
        int dot = unescaped(name, '.');
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

    /** Where a character is first that no backslash precedes; -1 if nowhere. */
    private static int unescaped(String text, char wanted) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }
}
