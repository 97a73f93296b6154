package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds tables that the libraries of .NET take by name: Entity Framework, and SqlKata. */
final class DotNetTables {
    private final Code code;
    private final MovedNames names;
    private final StringExpressions strings;
    private final Findings findings;

    DotNetTables(Code code, MovedNames names, StringExpressions strings, Findings findings) {
        this.code = code;
        this.names = names;
        this.strings = strings;
        this.findings = findings;
    }

    /** Reads what is at a piece of code. */
    void read(int i) {
        if (code.source().mentions("SqlKata") && (code.is(i, "Query") || code.is(i, "Join")) && code.is(i + 1, "(")) {
            report(i + 2, "a query of SqlKata: the schema may be said before the name");
        }
        if (code.is(i - 2, "migrationBuilder") && code.is(i + 1, "(")) {
            migration(i + 1);
        }
        if (code.is(i - 1, ".") && code.is(i + 1, "(")) {
            if (code.is(i, "UsingEntity")) {
                report(i + 2, "a table between two others: say it by ToTable, with its schema");
            } else if (code.is(i, "HasName") && new CallChain(code, i).calls(Set.of("HasDbFunction"))) {
                routine(i + 2);
            }
        }
        boolean attribute = code.is(i, "Table") && code.is(i - 1, "[") && code.is(i + 1, "(");
        boolean call = (code.is(i, "ToTable") || code.is(i, "ToView")) && code.is(i - 1, ".") && code.is(i + 1, "(");
        if (!attribute && !call) {
            return;
        }
        List<int[]> arguments = new ArrayList<>(strings.arguments(i + 1));
        // [Table(name: "orders")]
        int name = code.is(i + 2, "name") && code.is(i + 3, ":") ? i + 4 : i + 2;
        Optional<Moved> moved = arguments.isEmpty() ? Optional.empty() : moved(name);
        if (moved.isEmpty()) {
            return;
        }
        String schema = "\"" + moved.get().target().value() + "\"";
        int at = code.lexeme(name).start();
        if (arguments.size() == 1) {
            String shown = attribute ? "Schema = " + schema : schema;
            findings.edit(
                    at,
                    Kind.MAPPING,
                    moved.get(),
                    "a table of Entity Framework",
                    shown,
                    List.of(SourceEdit.insert(code.lexeme(name).end(), ", " + shown)));
            return;
        }
        int second = attribute && code.is(arguments.get(1)[0], "Schema")
                ? arguments.get(1)[0] + 2
                : arguments.get(1)[0];
        Literal old = code.literal(second);
        if (old != null && old.value().equals(names.source().value())) {
            findings.edit(
                    at,
                    Kind.MAPPING,
                    moved.get(),
                    "a table of Entity Framework",
                    schema,
                    List.of(new SourceEdit(
                            old.place(0),
                            old.place(old.value().length()),
                            moved.get().target().value())));
        } else if (old == null) {
            findings.report(at, Kind.MAPPING, moved.get(), "say the schema beside its other options");
        }
    }

    private Optional<Moved> moved(int literal) {
        return code.isString(literal)
                ? strings.value(literal, literal).flatMap(n -> names.relation(n).map(t -> new Moved(n, t)))
                : Optional.empty();
    }

    /** The tables that a migration of Entity Framework is told, by the names of its arguments. */
    private void migration(int open) {
        for (int i = open + 1; i < code.partner(open); i++) {
            boolean table = code.is(i, "name") || code.is(i, "table") || code.is(i, "principalTable");
            if (table && code.is(i + 1, ":")) {
                report(i + 2, "a migration names it");
            }
        }
    }

    private void routine(int at) {
        Literal name = code.literal(at);
        if (name != null) {
            names.routine(name.value())
                    .ifPresent(target -> findings.report(
                            code.lexeme(at).start(),
                            Kind.CALL,
                            new Moved(name.value(), target),
                            "say the routine's schema by HasSchema"));
        }
    }

    private void report(int literal, String reason) {
        moved(literal).ifPresent(moved -> findings.report(code.lexeme(literal).start(), Kind.CALL, moved, reason));
    }
}
