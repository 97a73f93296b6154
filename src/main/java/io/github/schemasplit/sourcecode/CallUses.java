package io.github.schemasplit.sourcecode;

import java.util.Locale;
import java.util.Set;

/** Tells what strings are for that calls are handed. */
final class CallUses {
    /** What strings are put together with. */
    private static final Set<String> BUILDERS = Set.of(
            "append",
            "StringBuilder",
            "StringBuffer",
            "StringJoiner",
            "add",
            "push",
            "WriteString",
            "Append",
            "AppendLine");
    /** What statements begin with. */
    private static final Set<String> BEGINNINGS = Set.of("select ", "insert into ", "update ", "delete from ", "with ");

    private final Code code;
    private final AssertionMessages assertions;
    private final boolean jdbi;

    CallUses(Code code) {
        this.code = code;
        this.assertions = new AssertionMessages(code);
        this.jdbi = code.source().mentions("org.jdbi");
    }

    StringUse of(int open, int first) {
        int name = nameBefore(open);
        String callee = code.text(name);
        String made = callee.equals("new") && code.is(name - 1, ".") ? code.text(name - 2) : callee;
        if (made.endsWith("Exception") || made.endsWith("Error") || code.is(name - 2, "errors")) {
            return StringUse.PROSE;
        }
        if (code.is(name - 1, "raise") || code.is(name - 1, "new") && code.is(name - 2, "throw")) {
            return StringUse.PROSE;
        }
        if (callee.equals("createQuery")) {
            return jdbi ? StringUse.SQL : StringUse.PROSE;
        }
        if (!callee.isEmpty() && CallNames.isForPeople(Character.toLowerCase(callee.charAt(0)) + callee.substring(1))) {
            return StringUse.PROSE;
        }
        if (assertions.isInCall(open, name, first) || isNameOfTest(callee, first)) {
            return StringUse.PROSE;
        }
        if (code.language() == Language.PHP && callee.equals("with")) {
            // What a page says next, what is loaded along, or what a double is called with.
            return StringUse.PERHAPS;
        }
        if (BUILDERS.contains(callee)) {
            return buildsSql(open) ? StringUse.SQL : StringUse.UNKNOWN;
        }
        boolean isFirst = code.is(first - 1, "(");
        return CallNames.takesSql(callee) && isFirst || callee.equals("update") && isFirst
                ? StringUse.SQL
                : StringUse.UNKNOWN;
    }

    /** Whether it is the name that Go runs a part of a test by. */
    private boolean isNameOfTest(String callee, int first) {
        return code.language() == Language.GO
                && callee.equals("Run")
                && code.is(first + 1, ",")
                && code.is(first + 2, "func");
    }

    /** Whether a statement is begun by another string that is put to the same ones. */
    private boolean buildsSql(int at) {
        int brace = at;
        do {
            brace = code.enclosing(brace);
        } while (brace >= 0 && !code.is(brace, "{"));
        int end = brace < 0 ? code.size() : code.partner(brace);
        for (int i = Math.max(0, brace); i < end; i++) {
            Literal literal = code.literal(i);
            if (literal != null
                    && code.is(i - 1, "(")
                    && BUILDERS.contains(code.text(i - 2))
                    && begins(literal.value())) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String text) {
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        return BEGINNINGS.stream().anyMatch(lower::startsWith);
    }

    /** The name before a parenthesis, over the parameters of a type. */
    private int nameBefore(int open) {
        int i = open - 1;
        if (code.is(i, ">")) {
            int depth = 0;
            do {
                depth += code.is(i, ">") ? 1 : code.is(i, "<") ? -1 : 0;
                i--;
            } while (depth > 0 && i > 0);
        }
        return i;
    }
}
