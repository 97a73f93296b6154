package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * Lists what scripts name that no edit mends by itself: doubles of clients in tests, helpers of types, wrappers of {@code from}, and
 * addresses of the API.
 */
final class ScriptHints {
    private static final Set<String> TYPE_HELPERS =
            Set.of("Tables", "TablesInsert", "TablesUpdate", "Row", "InsertDto", "UpdateDto", "DbResult");
    private static final Set<String> EXPECTATIONS = Set.of(
            "toHaveBeenCalledWith",
            "toHaveBeenLastCalledWith",
            "toHaveBeenNthCalledWith",
            "toBeCalledWith",
            "calledWith");

    private static final String API = "/rest/v1/";

    private final Code code;
    private final MovedNames names;
    private final Findings findings;
    private final boolean ofTests;
    private final Constants constants;

    ScriptHints(Code code, MovedNames names, Constants constants, Findings findings) {
        this.code = code;
        this.names = names;
        this.constants = constants;
        this.findings = findings;
        String path = code.source().path();
        this.ofTests = path.contains(".test.")
                || path.contains(".spec.")
                || path.contains("__tests__")
                || path.contains("__mocks__")
                || path.contains("/test/")
                || path.contains("/tests/");
    }

    void read() {
        for (int i = 1; i < code.size(); i++) {
            Literal literal = code.literal(i);
            if (literal != null) {
                address(i, literal.value());
                if (literal.isWhole()) {
                    read(i, literal.value());
                }
            }
        }
    }

    /** An address of the API, which ends in a table's name. */
    private void address(int i, String value) {
        int start = value.indexOf(API);
        if (start < 0) {
            return;
        }
        int end = start + API.length();
        while (end < value.length() && Words.isWordPart(value.charAt(end))) {
            end++;
        }
        String table = value.substring(start + API.length(), end);
        names.relation(table)
                .ifPresent(target -> report(
                        i,
                        Kind.CALL,
                        new Moved(table, target),
                        "the API takes the schema in the headers Accept-Profile and Content-Profile"));
    }

    private void read(int i, String table) {
        Optional<Moved> moved = names.relation(table).map(t -> new Moved(table, t));
        if (moved.isEmpty()) {
            return;
        }
        if (code.is(i - 1, "<") && TYPE_HELPERS.contains(code.text(i - 2))) {
            report(i, Kind.TYPE, moved.get(), "a helper of generated types takes the schema as an argument of its own");
        } else if (ofTests && (isCompared(i) || code.is(i - 1, "(") && EXPECTATIONS.contains(code.text(i - 2)))) {
            report(i, Kind.CALL, moved.get(), "a test expects the table's name without its schema");
        } else {
            wrapped(i).ifPresent(w -> report(i, Kind.CALL, moved.get(), w + " hands it to from(…)"));
        }
    }

    private void report(int i, Kind kind, Moved moved, String reason) {
        findings.report(code.lexeme(i).start(), kind, moved, reason);
    }

    private boolean isCompared(int i) {
        return code.is(i - 1, "===") || code.is(i - 1, "==") || code.is(i - 1, "!==") || code.is(i - 1, "case");
    }

    private Optional<String> wrapped(int i) {
        int open = code.enclosing(i);
        return code.is(open, "(") && code.isWord(open - 1)
                ? constants
                        .value(
                                Wrappers.parameterOf(code.text(open - 1)),
                                code.source().path(),
                                true)
                        .filter(number -> number.equals(String.valueOf(Wrappers.argument(code, open, i))))
                        .map(number -> code.text(open - 1))
                : Optional.empty();
    }
}
