package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Lists the names of tables that stand in lists, choices and values of a file that puts names into SQL, or into requests, as it runs:
 * {@code for (t of ['orders', 'users']) truncate(t)}. Which of them are meant only a person can say.
 */
final class LooseNames {
    private static final String REASON =
            "names are put into SQL or into requests here as the code runs: this may be one of them";
    /** Calls that make a list of what they are given. */
    private static final Set<String> LISTS =
            Set.of("of", "asList", "listOf", "setOf", "arrayOf", "mutableListOf", "array");

    /** Words that a list may follow, as they are no names. */
    private static final Set<String> BEFORE_LIST = Set.of("of", "in", "return", "yield", "case");

    private final Code code;
    private final MovedNames names;
    private final Constants constants;
    private final Findings findings;

    LooseNames(Code code, MovedNames names, Constants constants, Findings findings) {
        this.code = code;
        this.names = names;
        this.constants = constants;
        this.findings = findings;
    }

    void read() {
        for (int i = 0; i < code.size(); i++) {
            Literal literal = code.literal(i);
            if (literal != null && code.language() == Language.RUBY) {
                literal.holes().forEach(hole -> new LooseNames(hole, names, constants, findings).read());
            }
            if (literal != null && literal.isWhole() && (isChosen(i) || isListed(i) || isValueOfTable(i))) {
                read(i, literal);
            } else if (isListOfWords(i)) {
                words(i + 2);
            } else if (code.language() == Language.SHELL && code.is(i, "for") && code.is(i + 2, "in")) {
                loop(i + 3);
            }
        }
    }

    private void read(int i, Literal literal) {
        String text = literal.value();
        for (String name : code.language() == Language.SHELL ? text.strip().split("\\s+") : new String[] {text}) {
            names.relation(name)
                    .ifPresent(target ->
                            findings.report(code.lexeme(i).start(), Kind.SQL, new Moved(name, target), REASON));
        }
    }

    /** The words that a shell goes through: {@code for t in orders users; do}. */
    private void loop(int from) {
        for (int i = from; code.isWord(i) && !code.is(i, "do"); i++) {
            int at = i;
            String name = code.text(i);
            names.relation(name)
                    .ifPresent(target ->
                            findings.report(code.lexeme(at).start(), Kind.SQL, new Moved(name, target), REASON));
        }
    }

    /** Whether Ruby's list of words begins there, {@code %w[orders users]}, other than what a validation takes a value to be in. */
    private boolean isListOfWords(int i) {
        return code.language() == Language.RUBY
                && code.is(i, "%")
                && List.of("w", "W", "i", "I").contains(code.text(i + 1))
                && code.partner(i + 2) > i
                && code.lexeme(i).end() == code.lexeme(i + 1).start()
                && !(code.is(i - 1, ":") && code.is(i - 2, "in"));
    }

    private void words(int open) {
        int all = code.partner(open) - open - 1;
        List<Integer> moved = IntStream.range(open + 1, code.partner(open))
                .filter(i -> names.relation(code.text(i)).isPresent())
                .boxed()
                .toList();
        for (int i : 2 * moved.size() > all ? moved : List.<Integer>of()) {
            String name = code.text(i);
            names.relation(name)
                    .ifPresent(target ->
                            findings.report(code.lexeme(i).start(), Kind.SQL, new Moved(name, target), REASON));
        }
    }

    /** Whether it is one of two values: {@code admin ? 'users' : 'profiles'}. */
    private boolean isChosen(int i) {
        return code.is(i - 1, "?") || code.is(i - 1, ":") && code.is(i - 3, "?") && code.isString(i - 2);
    }

    private boolean isListed(int i) {
        if (code.language() == Language.SHELL) {
            return code.is(i - 1, "=");
        }
        int open = code.enclosing(i);
        boolean isMember = code.isWord(open - 1) && !BEFORE_LIST.contains(code.text(open - 1))
                || code.is(open - 1, "]")
                || code.is(open - 1, ")");
        boolean lists = code.is(open, "[") && !isMember
                || code.is(open, "(") && LISTS.contains(code.text(open - 1)) && !code.is(open - 3, "Map")
                || code.is(open, "(") && code.is(open - 1, "in")
                || code.is(open, "{") && isArray(open);
        return lists && isOfNames(open)
                || code.is(open, "{") && code.is(i - 1, ":") && !isHanded(open) && hasOnlyNames(open);
    }

    /** Whether most of what is in brackets are names of tables, and all of it are strings: not so the values of a statement. */
    private boolean isOfNames(int open) {
        int moved = 0;
        int others = 0;
        for (int i = open + 1; i < code.partner(open); i++) {
            Literal literal = code.literal(i);
            if (literal == null && !code.is(i, ",")) {
                return false;
            }
            if (literal != null && names.relation(literal.value()).isPresent()) {
                moved++;
            } else if (literal != null) {
                others++;
            }
        }
        return moved > others;
    }

    private boolean isHanded(int open) {
        return code.is(open - 1, "(") || code.is(open - 1, ",");
    }

    /** Whether an object has nothing but names of tables, two at least, each for a key: {@code {a: 'orders', b: 'users'}}. */
    private boolean hasOnlyNames(int open) {
        int values = 0;
        for (int i = open + 1; i < code.partner(open); i++) {
            if (code.is(i - 1, ":")) {
                Literal value = code.literal(i);
                if (value == null || names.relation(value.value()).isEmpty()) {
                    return false;
                }
                values++;
            }
        }
        return values > 1;
    }

    /** Whether a brace opens the values of an array, of Java, C# or Go. */
    private boolean isArray(int open) {
        return code.is(open - 1, "]") || code.isWord(open - 1) && code.is(open - 2, "]");
    }

    /**
     * Whether it is what something named for a table is given, other than a constant, which is known where it is used, and than an option of
     * a call.
     */
    private boolean isValueOfTable(int i) {
        String name = code.is(i - 1, "=") || code.is(i - 1, ":") ? code.text(i - 2) : "";
        int open = code.enclosing(i);
        boolean option = code.is(open, "{") && (code.is(open - 1, "(") || code.is(open - 1, ","));
        return name.toLowerCase(Locale.ROOT).contains("table")
                && !name.startsWith("__")
                && !option
                && constants.value(name, code.source().path(), false).isEmpty();
    }
}
