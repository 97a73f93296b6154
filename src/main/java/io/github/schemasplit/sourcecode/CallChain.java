package io.github.schemasplit.sourcecode;

import java.util.Set;

/** A chain of calls, {@code a.b(…).c(…)}, around one of them: what it begins with, and what else is called in it. */
final class CallChain {
    private final Code code;
    private final int name;
    private final int root;

    /**
     * @param name where the name is of the call that the chain is told of
     */
    CallChain(Code code, int name) {
        this.code = code;
        this.name = name;
        int i = name;
        while (isLink(i - 1)) {
            int before = start(i - 2);
            if (before < 0) {
                break;
            }
            i = before;
        }
        this.root = i;
    }

    private boolean isLink(int i) {
        return code.is(i, ".") || code.is(i, "?.") || code.is(i, "->") || code.is(i, "::");
    }

    /** Where the word begins that a link ends with at {@code end}, over its arguments; negative where there is none. */
    private int start(int end) {
        int i = code.is(end, "!") ? end - 1 : end;
        while ((code.is(i, ")") || code.is(i, "]")) && code.partner(i) >= 0) {
            i = code.partner(i) - 1;
            i = code.is(i, ">") ? parameters(i) - 1 : i;
        }
        return code.isWord(i) || code.isString(i) ? i : Code.NONE;
    }

    /** Where the parameters of a type begin that end at {@code end}. */
    private int parameters(int end) {
        int depth = 0;
        int i = end;
        do {
            depth += code.is(i, ">") ? 1 : code.is(i, "<") ? -1 : 0;
            i--;
        } while (depth > 0 && i > 0);
        return i + 1;
    }

    /** The word that the chain begins with; of {@code this}, what is its member. */
    String root() {
        return (code.is(root, "this") || code.is(root, "$this")) && isLink(root + 1) && root + 2 < name
                ? code.text(root + 2)
                : code.text(root);
    }

    /** Whether one of the names is called in the chain, before the call or after it. */
    boolean calls(Set<String> names) {
        return call(names) >= 0;
    }

    /** Where one of the names is called in the chain; negative where none is. */
    int call(Set<String> names) {
        for (int i = root; i < name; i = code.partner(i) > i ? code.partner(i) + 1 : i + 1) {
            if (names.contains(code.text(i)) && code.is(i + 1, "(")) {
                return i;
            }
        }
        int i = name + 1;
        while (code.partner(i) > i && isLink(code.partner(i) + 1)) {
            i = code.partner(i) + 2;
            if (names.contains(code.text(i))) {
                return i;
            }
            i++;
        }
        return Code.NONE;
    }
}
