package io.github.schemasplit.sourcecode;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells which strings are what an assertion says when it does not hold, in any language: those after all that it compares, or before all of
 * it. What is compared may be SQL that the code makes.
 */
final class AssertionMessages {
    /** What asserts, where the call does not say it itself. */
    private static final Set<String> ASSERTING = Set.of("assert", "require", "Assert", "Require", "expect", "Expect");
    /** What compares nothing, and what looks at one value; all else compares two. */
    private static final Set<String> OF_NONE = Set.of("fail", "failnow", "skip");

    private static final Set<String> OF_ONE = Set.of(
            "",
            "true",
            "false",
            "istrue",
            "isfalse",
            "nil",
            "notnil",
            "null",
            "notnull",
            "isnull",
            "isnotnull",
            "isnone",
            "isnotnone",
            "error",
            "noerror",
            "empty",
            "notempty",
            "isempty",
            "zero",
            "notzero",
            "panics",
            "notpanics",
            "ok",
            "predicate");
    /** What Go's tests call what runs them, which comes before all that is compared. */
    private static final Set<String> RUNNERS = Set.of("t", "b", "f", "tb");
    /** What Go's suites of tests have as their own. */
    private static final Set<String> OF_SUITES = Set.of(
            "Equal",
            "NotEqual",
            "True",
            "False",
            "NoError",
            "Error",
            "Nil",
            "NotNil",
            "Len",
            "Empty",
            "NotEmpty",
            "Contains",
            "ErrorIs");
    /** Matchers of Gomega, which take one thing to compare with. */
    private static final Set<String> MATCHES = Set.of("To", "NotTo", "ToNot", "Should", "ShouldNot");

    private final Code code;

    AssertionMessages(Code code) {
        this.code = code;
    }

    /**
     * Whether a string is one, in a call.
     *
     * @param open the parenthesis of the call
     * @param name the call's name
     * @param at the string
     */
    boolean isInCall(int open, int name, int at) {
        String callee = code.text(name);
        int number = Wrappers.argument(code, open, at);
        if (code.language() == Language.GO && MATCHES.contains(callee) && code.is(name - 1, ".")) {
            return number >= 1;
        }
        if (callee.equalsIgnoreCase("expect")) {
            return number >= 1;
        }
        if (!asserts(name)) {
            return false;
        }
        boolean runner = code.language() == Language.GO && RUNNERS.contains(code.text(open + 1));
        int compared = compared(callee) + (runner ? 1 : 0);
        if (number >= compared) {
            return true;
        }
        // JUnit before 5 has it first.
        boolean first =
                code.source().mentions("org.junit.Assert") || code.source().mentions("junit.framework");
        return first && number == 0 && Wrappers.argument(code, open, code.partner(open)) >= compared;
    }

    /** Whether a string is one on a line that asserts without parentheses: {@code assert_equal 1, n, "…"}. */
    boolean isOnLine(int at) {
        int start = at;
        while (start > 0 && code.isSameLine(start - 1, start)) {
            start--;
        }
        int number = Wrappers.argument(code, start, at);
        if (code.is(start, "expect")) {
            return number >= 1;
        }
        String name = code.text(start);
        return start < at
                && !code.is(start + 1, "(")
                && (name.startsWith("assert") || name.startsWith("refute"))
                && number >= compared(name);
    }

    private boolean asserts(int name) {
        String callee = code.text(name).toLowerCase(Locale.ROOT);
        if (callee.startsWith("assert") || callee.startsWith("refute")) {
            return true;
        }
        boolean called = code.is(name - 1, ".") || code.is(name - 1, "::") || code.is(name - 1, "->");
        int receiver = code.is(name - 2, ")") ? code.partner(name - 2) - 1 : name - 2;
        boolean suite =
                OF_SUITES.contains(code.text(name)) && code.source().path().endsWith("_test.go");
        // What AVA and Tape hand to a test.
        boolean script = code.is(receiver, "t")
                && (code.language() == Language.TYPESCRIPT || code.language() == Language.JAVASCRIPT);
        return called && (suite || script || ASSERTING.contains(code.text(receiver)) && !callee.startsWith("to"));
    }

    private static int compared(String callee) {
        String name = callee.toLowerCase(Locale.ROOT).replace("_", "");
        for (String beginning : List.of("assert", "refute")) {
            name = name.startsWith(beginning) ? name.substring(beginning.length()) : name;
        }
        String plain = name.endsWith("f") ? name.substring(0, name.length() - 1) : name;
        return OF_NONE.contains(name) || OF_NONE.contains(plain)
                ? 0
                : OF_ONE.contains(name) || OF_ONE.contains(plain) ? 1 : 2;
    }
}
