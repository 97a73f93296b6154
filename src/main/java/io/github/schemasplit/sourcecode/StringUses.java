package io.github.schemasplit.sourcecode;

import java.util.Locale;
import java.util.Set;

/** Tells what strings are for, by the calls, annotations and names that they are handed to. */
final class StringUses {
    /** Calls that make a string of another, with values in it. */
    private static final Set<String> FORMATTERS = Set.of("format", "sprintf", "Sprintf", "Format");

    private final Code code;
    private final CallUses calls;
    private final AnnotationUses annotations;
    private final AssertionMessages assertions;

    StringUses(Code code) {
        this.code = code;
        this.calls = new CallUses(code);
        this.annotations = new AnnotationUses(code);
        this.assertions = new AssertionMessages(code);
    }

    StringUse of(Assembled string) {
        if (isTemplate(string.first())) {
            return named(code.text(string.first() - 1));
        }
        if (code.language() == Language.SHELL) {
            return new ShellUses(code).of(string.first());
        }
        int first = formatted(string.first());
        if (code.language() == Language.RUBY && (isSaid(first) || assertions.isOnLine(first))
                || code.language() == Language.PYTHON && isStatement(first)) {
            return StringUse.PROSE;
        }
        int open = code.enclosing(first);
        if (code.is(open, "(") && annotations.isAnnotation(open)) {
            StringUse use = annotations.of(open, first);
            if (use != StringUse.UNKNOWN) {
                return use;
            }
        }
        if ((code.is(first - 1, "=") || code.is(first - 1, ":") || code.is(first - 1, "+="))
                && code.isWord(first - 2)) {
            StringUse byName = assigned(code.text(first - 2));
            if (byName != StringUse.UNKNOWN) {
                return byName;
            }
        }
        if (code.is(open, "{") || code.is(open, "[")) {
            int outer = code.enclosing(open);
            if (!code.is(outer, "(")) {
                return StringUse.UNKNOWN;
            }
            if (annotations.isAnnotation(outer)) {
                return annotations.of(outer, open);
            }
            StringUse use = calls.of(outer, outer + 1);
            // pool.query({ text: 'SELECT …' })
            boolean text = code.is(first - 1, ":") && (code.is(first - 2, "text") || code.is(first - 2, "sql"));
            boolean given = code.is(open - 1, "(") || code.is(open - 1, ",");
            return text || given && use != StringUse.SQL ? use : StringUse.UNKNOWN;
        }
        if (!code.is(open, "(")) {
            return StringUse.UNKNOWN;
        }
        return annotations.isAnnotation(open) ? annotations.of(open, first) : calls.of(open, first);
    }

    /** Where what becomes of a string begins, if it is handed to a formatter. */
    private int formatted(int string) {
        int first = string;
        while (code.is(first - 1, "(") && FORMATTERS.contains(code.text(first - 2))) {
            first -= 2;
            while (code.is(first - 1, ".")) {
                first -= 2;
            }
        }
        return first;
    }

    /** Whether the call on whose line a string is, without parentheses, is one that people read: {@code raise Error, "…"}. */
    private boolean isSaid(int at) {
        int i = at;
        while (i > 0 && code.isSameLine(i - 1, i)) {
            i--;
            if (code.is(i, "(")) {
                return false;
            }
            boolean called = code.isString(i + 1) || code.isWord(i + 1) || code.is(i + 1, ":");
            if (code.is(i, "raise") || CallNames.isForPeople(code.text(i)) && called) {
                return code.isWord(i);
            }
        }
        return false;
    }

    /** Whether a string is a statement by itself, as those that document are, or is what an assertion says. */
    private boolean isStatement(int at) {
        if (code.enclosing(at) >= 0) {
            return false;
        }
        boolean begins = at == 0 || !code.isSameLine(at - 1, at);
        boolean goesOn = code.is(at - 1, "=") || code.is(at - 1, "\\") || code.is(at - 1, "+") || code.isString(at - 1);
        int i = at;
        while (i > 0 && code.isSameLine(i - 1, i)) {
            i--;
        }
        return begins && !goesOn || code.is(i, "assert");
    }

    private boolean isTemplate(int i) {
        Literal literal = code.literal(i);
        return literal != null
                && literal.quote().equals("`")
                && code.isWord(i - 1)
                && code.lexeme(i - 1).end() == code.lexeme(i).start();
    }

    /** What a tag before a template says. */
    private static StringUse named(String tag) {
        return CallNames.isForPeople(tag)
                ? StringUse.PROSE
                : CallNames.takesSql(tag) ? StringUse.SQL : StringUse.UNKNOWN;
    }

    /** What the name says that the string is given. */
    private StringUse assigned(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean ofOtherLanguage = lower.endsWith("ql") && !lower.endsWith("sql");
        if (lower.contains("jpql") || lower.contains("hql") || ofOtherLanguage || CallNames.isText(name)) {
            return StringUse.PROSE;
        }
        boolean query = lower.contains("query") && !code.source().mentions("createQuery");
        return query || lower.contains("sql") || lower.contains("stmt") ? StringUse.SQL : StringUse.UNKNOWN;
    }
}
