package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.List;
import java.util.Optional;

/** Finds the tables and routines that are asked for through supabase-kt, which takes a schema before the table: {@code from("shop", "orders")}. */
final class KotlinRequests {
    private static final String LIBRARY = "io.github.jan.supabase";

    private final Code code;
    private final MovedNames names;
    private final StringExpressions strings;
    private final Findings findings;

    KotlinRequests(Code code, MovedNames names, Constants constants, Findings findings) {
        this.code = code;
        this.names = names;
        this.strings = new StringExpressions(code, constants);
        this.findings = findings;
    }

    void read() {
        boolean known = code.source().mentions(LIBRARY);
        if (!known && !SupabaseCalls.mayBeIn(code.source())) {
            return;
        }
        for (int i = 1; i < code.size(); i++) {
            boolean from = code.is(i, "from") && code.is(i - 1, ".") && code.is(i + 1, "(");
            boolean index = code.is(i, "postgrest") && code.is(i + 1, "[");
            if (from && !code.is(i - 2, "storage") || index) {
                request(i + 1, known);
            } else if (code.is(i, "rpc") && code.is(i - 1, ".") && code.is(i + 1, "(")) {
                routine(i + 2);
            } else if (code.is(i, "postgresChangeFlow")) {
                changes(i);
            }
        }
    }

    private void request(int open, boolean known) {
        List<int[]> arguments = strings.arguments(open);
        if (arguments.isEmpty() || arguments.size() > 2) {
            return;
        }
        int[] last = value(arguments.get(arguments.size() - 1));
        Optional<Moved> moved = moved(last);
        if (moved.isEmpty()) {
            return;
        }
        int at = code.lexeme(last[0]).start();
        if (!known) {
            findings.report(at, Kind.CALL, moved.get(), "this may be a client of Supabase");
        } else if (arguments.size() == 1) {
            String schema = "\"" + moved.get().target().value() + "\", ";
            boolean named = last[0] != arguments.get(0)[0];
            String written = named ? "schema = " + schema : schema;
            edit(
                    at,
                    moved.get(),
                    SourceEdit.insert(code.lexeme(arguments.get(0)[0]).start(), written));
        } else {
            schema(at, value(arguments.get(0)), moved.get());
        }
    }

    private Optional<Moved> moved(int[] value) {
        return strings.value(value[0], value[1]).flatMap(n -> names.relation(n).map(t -> new Moved(n, t)));
    }

    /** An argument without the name of its parameter. */
    private int[] value(int[] argument) {
        boolean named = code.isWord(argument[0]) && code.is(argument[0] + 1, "=");
        return named ? new int[] {argument[0] + 2, argument[1]} : argument;
    }

    private void schema(int at, int[] value, Moved moved) {
        Optional<String> schema = strings.value(value[0], value[1]);
        if (schema.isEmpty()) {
            findings.report(at, Kind.CALL, moved, "the schema is named by something that is not known here");
        } else if (schema.get().equals(names.source().value())) {
            edit(
                    at,
                    moved,
                    new SourceEdit(
                            code.lexeme(value[0]).start(),
                            code.lexeme(value[1]).end(),
                            "\"" + moved.target().value() + "\""));
        }
    }

    private void edit(int at, Moved moved, SourceEdit edit) {
        findings.edit(
                at,
                Kind.CALL,
                moved,
                "a request in a schema",
                edit.replacement().strip(),
                List.of(edit));
    }

    private void routine(int literal) {
        strings.value(literal, literal)
                .flatMap(n -> names.routine(n).map(t -> new Moved(n, t)))
                .ifPresent(moved -> findings.report(
                        code.lexeme(literal).start(), Kind.CALL, moved, "say the schema in the request of the call"));
    }

    /** Changes that are listened to: {@code postgresChangeFlow<…>(schema = "public") { table = "orders" }}. */
    private void changes(int name) {
        int open = name;
        while (open < code.size() && open < name + 12 && !code.is(open, "(")) {
            open++;
        }
        int brace = code.partner(open) + 1;
        List<int[]> arguments = strings.arguments(open);
        if (!code.is(open, "(") || !code.is(brace, "{") || arguments.isEmpty()) {
            return;
        }
        for (int i = brace + 1; i < code.partner(brace); i++) {
            if (code.is(i, "table") && code.is(i + 1, "=")) {
                int at = i + 2;
                moved(new int[] {at, at})
                        .ifPresent(moved -> schema(code.lexeme(at).start(), value(arguments.get(0)), moved));
            }
        }
    }
}
