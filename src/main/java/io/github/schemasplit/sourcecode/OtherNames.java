package io.github.schemasplit.sourcecode;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds the names that a code gives to what is not known before it runs: parameters, variables of loops, and what is taken out of objects.
 * A constant of such a name is not one wherever that name is in use. Errs on the side of names.
 */
final class OtherNames {
    private static final Set<String> CONDITIONS = Set.of("if", "while", "switch", "elif", "return", "when");

    private final Code code;
    private final Set<String> names = new HashSet<>();

    private OtherNames(Code code) {
        this.code = code;
    }

    static Set<String> in(Code code) {
        OtherNames others = new OtherNames(code);
        for (int i = 0; i < code.size(); i++) {
            others.look(i);
        }
        return others.names;
    }

    private void look(int i) {
        int partner = code.partner(i);
        boolean opens = partner > i;
        if (opens && code.is(i, "(") && isDeclaration(i, partner)) {
            addAll(i, partner);
        } else if (opens && (code.is(i, "{") || code.is(i, "[")) && code.is(partner + 1, "=")) {
            addAll(i, partner);
        } else if (code.isWord(i)
                && (code.is(i + 1, "=>") || code.is(i + 1, "->") || code.is(i + 1, "in") || code.is(i + 1, "of"))) {
            names.add(code.text(i));
        } else if (code.is(i, "|") && code.isWord(i + 1)) {
            names.add(code.text(i + 1));
        }
    }

    /** Whether what is between two parentheses is made there, for what follows them. */
    private boolean isDeclaration(int open, int close) {
        boolean body = code.is(close + 1, "{")
                || code.is(close + 1, "=>")
                || code.is(close + 1, "->")
                || code.is(close + 1, ":")
                || code.is(close + 1, "throws")
                || code.language() == Language.GO && code.isWord(close + 1) && isOnOneLine(close, close + 1)
                || code.is(close + 1, "=");
        return body && !CONDITIONS.contains(code.text(open - 1));
    }

    private boolean isOnOneLine(int from, int to) {
        return code.source()
                        .text()
                        .substring(code.lexeme(from).end(), code.lexeme(to).start())
                        .indexOf('\n')
                < 0;
    }

    private void addAll(int from, int to) {
        for (int i = from; i < to; i++) {
            if (code.isWord(i)) {
                names.add(code.text(i));
            }
        }
    }
}
