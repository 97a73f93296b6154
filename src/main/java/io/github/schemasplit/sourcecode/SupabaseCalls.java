package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the tables and routines that are asked for through supabase-js: {@code client.from('orders')} asks in one schema. */
final class SupabaseCalls {
    /** What is done with a table. */
    private static final Set<String> OF_TABLES = Set.of("select", "insert", "update", "upsert", "delete");
    /** What is done with a bucket of files, which is asked for by {@code from} as well. */
    private static final Set<String> OF_BUCKETS = Set.of(
            "upload",
            "download",
            "getPublicUrl",
            "createSignedUrl",
            "createSignedUrls",
            "createSignedUploadUrl",
            "list",
            "remove",
            "move",
            "copy",
            "uploadToSignedUrl");

    private final Code code;
    private final MovedNames names;
    private final StringExpressions strings;
    private final Clients clients;
    private final Findings findings;
    private boolean isOpen;

    SupabaseCalls(Code code, MovedNames names, Constants constants, Findings findings) {
        this.code = code;
        this.names = names;
        this.strings = new StringExpressions(code, constants);
        this.clients = new Clients(code, constants);
        this.findings = findings;
    }

    /** Whether a table is asked for by a name that is only known as the code runs. */
    boolean isOpen() {
        return isOpen;
    }

    void read() {
        for (int i = 2; i < code.size(); i++) {
            boolean member = code.is(i - 1, ".") || code.is(i - 1, "?.");
            if (member && (code.is(i, "from") || code.is(i, "rpc"))) {
                int open = parenthesis(i);
                if (open > 0) {
                    read(i, open);
                }
            } else if (code.is(i, "postgres_changes") || isString(i, "postgres_changes")) {
                changes(i);
            }
        }
    }

    private boolean isString(int i, String value) {
        Literal literal = code.literal(i);
        return literal != null && literal.value().equals(value);
    }

    /** The parenthesis of a call, over the parameters of its type; 0 where it is no call. */
    private int parenthesis(int name) {
        int i = name + 1;
        if (code.is(i, "<")) {
            int depth = 0;
            while (i < code.size() && i < name + 80) {
                depth += code.is(i, "<") ? 1 : code.is(i, ">") ? -1 : 0;
                i++;
                if (depth == 0) {
                    break;
                }
            }
        }
        return code.is(i, "(") && code.partner(i) > i ? i : 0;
    }

    private void read(int name, int open) {
        List<int[]> arguments = strings.arguments(open);
        boolean routine = code.is(name, "rpc");
        if (arguments.isEmpty() || arguments.size() > 1 && !routine) {
            return;
        }
        int[] argument = arguments.get(0);
        Optional<String> value = strings.value(argument[0], argument[1]);
        if (value.isEmpty()) {
            isOpen |= isFollowedBy(open, OF_TABLES) && clients.receiver(name - 2) != Clients.Receiver.OTHER;
            return;
        }
        Optional<Identifier> target = routine ? names.routine(value.get()) : names.relation(value.get());
        Clients.Receiver receiver = clients.receiver(name - 2);
        boolean isTable = isFollowedBy(open, OF_TABLES);
        if (receiver == Clients.Receiver.OTHER || isFollowedBy(open, OF_BUCKETS) || updatesFile(open)) {
            return;
        }
        if (!routine && (receiver == Clients.Receiver.CLIENT || isTable)) {
            new EmbeddedSelect(code, names, findings).read(value.get(), open);
        }
        if (target.isEmpty()) {
            return;
        }
        Moved moved = new Moved(value.get(), target.get());
        int at = code.lexeme(name).start();
        if (code.is(name - 2, ")") && code.is(code.partner(name - 2) - 1, "schema")) {
            named(code.partner(name - 2), at, moved);
            return;
        }
        Optional<String> bound = clients.schema(name - 2);
        if (bound.isPresent()) {
            if (bound.get().equals(names.source().value())) {
                findings.report(at, Kind.CALL, moved, "the client is bound to the old schema elsewhere");
            }
        } else if (receiver == Clients.Receiver.CLIENT || receiver == Clients.Receiver.PERHAPS && isTable) {
            String call = ".schema(" + quoted(argument[0], moved.target().value()) + ")";
            findings.edit(at, Kind.CALL, moved, "a request in a schema", call, List.of(before(name, call)));
        } else if (isTable || receiver == Clients.Receiver.PERHAPS) {
            findings.report(at, Kind.CALL, moved, "this may be a client of Supabase");
        }
    }

    /** Whether what follows puts another file in the place of one in a bucket, which is said by its path. */
    private boolean updatesFile(int open) {
        int call = code.partner(open) + 2;
        return code.is(call, "update") && code.isString(call + 2);
    }

    private boolean isFollowedBy(int open, Set<String> calls) {
        int i = code.partner(open) + 1;
        // A cast or a non-null assertion may stand between.
        while (code.is(i, ")") || code.is(i, "!") || code.is(i, "as") || code.is(i, "any")) {
            i++;
        }
        return (code.is(i, ".") || code.is(i, "?.")) && calls.contains(code.text(i + 1));
    }

    /** The edit that puts a call before another of the same chain: on a line of its own where that has one. */
    private SourceEdit before(int name, String call) {
        int dot = name - 1;
        if (!code.is(dot, ".")) {
            return SourceEdit.insert(code.lexeme(name).start(), call.substring(1) + ".");
        }
        int at = code.lexeme(dot).start();
        String text = code.source().text();
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        String indent = text.substring(lineStart, at);
        if (lineStart > 0 && indent.isBlank()) {
            String end = lineStart > 1 && text.charAt(lineStart - 2) == '\r' ? "\r\n" : "\n";
            return SourceEdit.insert(at, call + end + indent);
        }
        return SourceEdit.insert(at, call);
    }

    /** The schema as it is written beside a string: between the same quotes. */
    private String quoted(int beside, String schema) {
        Literal literal = code.literal(beside);
        String quote = literal == null || literal.quote().equals("`") ? "'" : literal.quote();
        return quote + schema.replace("\\", "\\\\").replace(quote, "\\" + quote) + quote;
    }

    /** A request whose schema is said by the call before it. */
    private void named(int open, int at, Moved moved) {
        Optional<String> schema = strings.value(open + 1, code.partner(open) - 1);
        Literal literal = code.literal(open + 1);
        if (schema.isEmpty()) {
            findings.report(at, Kind.CALL, moved, "the schema is named by something that is not known here");
        } else if (schema.get().equals(names.source().value())) {
            String call = ".schema(" + quoted(open + 1, moved.target().value()) + ")";
            SourceEdit edit = literal == null
                    ? new SourceEdit(
                            code.lexeme(open + 1).start(),
                            code.lexeme(code.partner(open) - 1).end(),
                            quoted(open + 1, moved.target().value()))
                    : new SourceEdit(
                            literal.place(0),
                            literal.place(literal.value().length()),
                            moved.target().value());
            findings.edit(at, Kind.CALL, moved, "a request in a schema", call, List.of(edit));
        }
    }

    /** The object that says which changes of a table are listened to: its schema is said beside the table. */
    private void changes(int event) {
        int open = event + 2;
        if (!code.is(event + 1, ",") || !code.is(open, "{") || code.partner(open) < open) {
            return;
        }
        int table = property(open, "table");
        int schema = property(open, "schema");
        if (table < 0) {
            return;
        }
        Optional<String> name = strings.value(table, valueEnd(table));
        Optional<Identifier> target = name.flatMap(names::relation);
        if (target.isEmpty()) {
            return;
        }
        Moved moved = new Moved(name.get(), target.get());
        int at = code.lexeme(table).start();
        String shown = "schema: " + quoted(table, moved.target().value());
        if (schema < 0) {
            findings.edit(
                    at,
                    Kind.CALL,
                    moved,
                    "changes that are listened to",
                    shown,
                    List.of(SourceEdit.insert(code.lexeme(table - 2).start(), shown + ", ")));
            return;
        }
        Literal literal = code.literal(schema);
        Optional<String> value = strings.value(schema, valueEnd(schema));
        if (value.isEmpty()) {
            findings.report(at, Kind.CALL, moved, "the schema is named by something that is not known here");
        } else if (value.get().equals(names.source().value())) {
            SourceEdit edit = new SourceEdit(
                    code.lexeme(schema).start(),
                    code.lexeme(valueEnd(schema)).end(),
                    quoted(literal == null ? table : schema, moved.target().value()));
            findings.edit(at, Kind.CALL, moved, "changes that are listened to", shown, List.of(edit));
        }
    }

    /** Where the value of a property begins of the object that a brace opens; negative where it has none. */
    private int property(int open, String name) {
        for (int i = open + 1; i < code.partner(open); i++) {
            if (code.is(i, name) && code.is(i + 1, ":") && (code.is(i - 1, "{") || code.is(i - 1, ","))) {
                return i + 2;
            }
            i = code.partner(i) > i ? code.partner(i) : i;
        }
        return Code.NONE;
    }

    private int valueEnd(int from) {
        int i = from;
        while (i + 1 < code.size() && !code.is(i + 1, ",") && !code.is(i + 1, "}")) {
            i++;
        }
        return i;
    }

    /** Whether a file speaks of Supabase. */
    static boolean mayBeIn(SourceText source) {
        return source.mentions("supabase") || source.mentions("Supabase") || source.mentions("SUPABASE");
    }

    /** Whether a name says that it is one of Supabase. */
    static boolean isNamedSo(String name) {
        return name.toLowerCase(Locale.ROOT).contains("supabase");
    }
}
