package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the tables and routines that are asked for through supabase-py: {@code supabase.table("orders").select("*")}. */
final class PythonSupabase {
    private static final Set<String> OF_TABLES = Set.of("select", "insert", "update", "upsert", "delete");

    private final Code code;
    private final MovedNames names;
    private final StringExpressions strings;
    private final Findings findings;

    PythonSupabase(Code code, MovedNames names, StringExpressions strings, Findings findings) {
        this.code = code;
        this.names = names;
        this.strings = strings;
        this.findings = findings;
    }

    /** Reads a call; {@code name} is where its name is. */
    void read(int name) {
        List<int[]> arguments = strings.arguments(name + 1);
        if (arguments.isEmpty() || code.is(name - 2, "storage")) {
            return;
        }
        boolean routine = code.is(name, "rpc");
        Optional<String> value = strings.value(arguments.get(0)[0], arguments.get(0)[1]);
        Optional<Identifier> target = value.flatMap(v -> routine ? names.routine(v) : names.relation(v));
        int close = code.partner(name + 1);
        boolean asked = routine || code.is(close + 1, ".") && OF_TABLES.contains(code.text(close + 2));
        if (asked && !routine && value.isPresent()) {
            new EmbeddedSelect(code, names, findings).read(value.get(), name + 1);
        }
        if (target.isEmpty()) {
            own(arguments.get(0), asked);
            return;
        }
        Moved moved = new Moved(value.get(), target.get());
        if (code.is(name - 2, ")") && code.is(code.partner(name - 2) - 1, "schema")) {
            said(code.literal(code.partner(name - 2) + 1), name, moved);
            return;
        }
        int dot = code.lexeme(name - 1).start();
        if (asked) {
            String call = ".schema(\"" + moved.target().value() + "\")";
            findings.edit(dot, Kind.CALL, moved, "a request in a schema", call, List.of(SourceEdit.insert(dot, call)));
        } else {
            findings.report(dot, Kind.CALL, moved, "this may be a client of Supabase");
        }
    }

    /** A table that the class names, which other classes that are made of it may name otherwise: {@code self.TABLE}. */
    private void own(int[] argument, boolean asked) {
        boolean member = code.is(argument[0], "self") || code.is(argument[0], "cls");
        if (asked && member && argument[1] == argument[0] + 2) {
            strings.value(argument[1], argument[1])
                    .ifPresent(name -> names.relation(name)
                            .ifPresent(target -> findings.report(
                                    code.lexeme(argument[0]).start(),
                                    Kind.CALL,
                                    new Moved(name, target),
                                    "the class says the table, or another class does")));
        }
    }

    /** A request whose schema is said. */
    private void said(@Nullable Literal schema, int name, Moved moved) {
        int at = code.lexeme(name).start();
        if (schema == null) {
            findings.report(at, Kind.CALL, moved, "the schema is named by something that is not known here");
        } else if (schema.value().equals(names.source().value())) {
            findings.edit(
                    at,
                    Kind.CALL,
                    moved,
                    "a request in a schema",
                    moved.target().value(),
                    List.of(new SourceEdit(
                            schema.place(0),
                            schema.place(schema.value().length()),
                            moved.target().value())));
        }
    }
}
