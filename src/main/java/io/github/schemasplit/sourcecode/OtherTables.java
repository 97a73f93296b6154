package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds tables that libraries of Python, Ruby, PHP, C# and Go take by name: the mappings of classes, and clients of Supabase. */
final class OtherTables {
    /** What a schema of Active Record is made with. */
    private static final Set<String> OF_SCHEMA = Set.of(
            "create_table", "drop_table", "add_column", "add_index", "add_foreign_key", "rename_table", "change_table");

    /** What is called on Active Record's queries. */
    private static final Set<String> OF_RECORDS =
            Set.of("select", "where", "joins", "left_joins", "order", "group", "pluck", "unscoped", "limit");

    private final Code code;
    private final MovedNames names;
    private final StringExpressions strings;
    private final SqlStrings sql;
    private final LaravelTables laravel;
    private final GoTables ofGo;
    private final PythonNames ofPython;
    private final PythonSupabase ofSupabase;
    private final RubyNames ofRuby;
    private final PhpNames ofPhp;
    private final DotNetTables ofDotNet;
    private final SequelDatasets ofSequel;
    private final Findings findings;

    OtherTables(Code code, MovedNames names, Constants constants, Findings findings) {
        this.code = code;
        this.names = names;
        this.strings = new StringExpressions(code, constants);
        this.sql = new SqlStrings(names, findings);
        this.laravel = new LaravelTables(code, names, strings, sql, findings);
        this.ofDotNet = new DotNetTables(code, names, strings, findings);
        this.ofSequel = new SequelDatasets(code, names, findings);
        this.ofPython = new PythonNames(code, names, findings);
        this.ofSupabase = new PythonSupabase(code, names, strings, findings);
        this.ofRuby = new RubyNames(code, names, findings);
        this.ofPhp = new PhpNames(code, names, findings);
        this.ofGo = new GoTables(code, names, strings, sql, findings);
        this.findings = findings;
    }

    void read() {
        for (int i = 0; i < code.size(); i++) {
            switch (code.language()) {
                case PYTHON -> {
                    python(i);
                    ofPython.read(i);
                }
                case RUBY -> {
                    ruby(i);
                    ofRuby.read(i);
                    ofSequel.read(i);
                }
                case PHP -> {
                    php(i);
                    ofPhp.read(i);
                }
                case C_SHARP -> ofDotNet.read(i);
                case GO -> {
                    go(i);
                    ofGo.read(i);
                }
                default -> {}
            }
        }
    }

    private Optional<Moved> moved(int literal) {
        return code.isString(literal)
                ? strings.value(literal, literal).flatMap(n -> names.relation(n).map(t -> new Moved(n, t)))
                : Optional.empty();
    }

    private void report(int literal, String reason) {
        moved(literal).ifPresent(moved -> findings.report(code.lexeme(literal).start(), Kind.MAPPING, moved, reason));
    }

    private void python(int i) {
        if (code.is(i, "__tablename__") && code.is(i + 1, "=")) {
            moved(i + 2).ifPresent(moved -> declared(i, moved));
        } else if (code.is(i, "ForeignKey")
                && code.is(i + 1, "(")
                && code.source().mentions("sqlalchemy")) {
            foreignKey(i + 2);
        } else if (code.is(i, "foreign_key")
                && code.is(i + 1, "=")
                && code.source().mentions("sqlmodel")) {
            foreignKey(i + 2);
        } else if (code.is(i, "ForeignKeyConstraint") && code.is(i + 1, "(")) {
            List<int[]> arguments = strings.arguments(i + 1);
            if (arguments.size() > 1) {
                IntStream.rangeClosed(arguments.get(1)[0], arguments.get(1)[1]).forEach(this::foreignKey);
            }
        } else if (code.is(i, "Table") && code.is(i + 1, "(") && code.source().mentions("sqlalchemy")) {
            table(i + 1);
        } else if (code.is(i - 1, ".")
                && (code.is(i, "table") || code.is(i, "from_") || code.is(i, "rpc"))
                && code.is(i + 1, "(")
                && code.source().mentions("supabase")) {
            ofSupabase.read(i);
        }
    }

    /** A class of SQLAlchemy: the schema is in a line of its own, which may be there for other things. */
    private void declared(int name, Moved moved) {
        int at = code.lexeme(name).start();
        for (int i = name; i < code.size() && !code.is(i, "class"); i++) {
            if (code.is(i, "__table_args__")) {
                arguments(i, at, moved);
                return;
            }
        }
        String text = code.source().text();
        int lineStart = text.lastIndexOf('\n', at) + 1;
        String line = "__table_args__ = {\"schema\": \"" + moved.target().value() + "\"}";
        String end = lineStart > 1 && text.charAt(lineStart - 2) == '\r' ? "\r\n" : "\n";
        findings.edit(
                at,
                Kind.MAPPING,
                moved,
                "a table of SQLAlchemy",
                line,
                List.of(SourceEdit.insert(code.lexeme(name + 2).end(), end + text.substring(lineStart, at) + line)));
    }

    private void arguments(int args, int at, Moved moved) {
        int open = args + 2;
        if (code.is(open, "{") && !has(open, "schema")) {
            findings.edit(
                    at,
                    Kind.MAPPING,
                    moved,
                    "a table of SQLAlchemy",
                    "\"schema\": \"" + moved.target().value() + "\"",
                    List.of(SourceEdit.insert(
                            code.lexeme(open).end(),
                            "\"schema\": \"" + moved.target().value() + "\"" + (code.is(open + 1, "}") ? "" : ", "))));
            return;
        }
        if (code.is(open, "(") && !has(open, "schema")) {
            tuple(open, at, moved);
            return;
        }
        for (int i = open; i < code.partner(open); i++) {
            Literal key = code.literal(i);
            if (key != null && key.value().equals("schema") && code.is(i + 1, ":")) {
                Literal value = code.literal(i + 2);
                if (value != null && !value.value().equals(names.source().value())) {
                    return;
                }
                if (value != null) {
                    findings.edit(
                            at,
                            Kind.MAPPING,
                            moved,
                            "a table of SQLAlchemy",
                            moved.target().value(),
                            List.of(new SourceEdit(
                                    value.place(0),
                                    value.place(value.value().length()),
                                    moved.target().value())));
                    return;
                }
            }
        }
        findings.report(
                at, Kind.MAPPING, moved, "its __table_args__ have no schema yet, or one that is not known here");
    }

    /** Arguments of which the last one may be the options: the schema is one of them. */
    private void tuple(int open, int at, Moved moved) {
        int close = code.partner(open);
        int last = code.is(close - 1, ",") ? close - 2 : close - 1;
        String schema = "\"schema\": \"" + moved.target().value() + "\"";
        boolean options = code.is(last, "}") && code.partner(last) > open;
        SourceEdit edit;
        if (options) {
            int brace = code.partner(last);
            edit = SourceEdit.insert(code.lexeme(brace).end(), schema + (brace + 1 == last ? "" : ", "));
        } else if (last > open) {
            edit = SourceEdit.insert(code.lexeme(last).end(), ", {" + schema + "}");
        } else {
            edit = SourceEdit.insert(code.lexeme(open).end(), "{" + schema + "},");
        }
        findings.edit(at, Kind.MAPPING, moved, "a table of SQLAlchemy", schema, List.of(edit));
    }

    private boolean has(int open, String key) {
        for (int i = open; i < code.partner(open); i++) {
            Literal literal = code.literal(i);
            if (literal != null && literal.value().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private void foreignKey(int literal) {
        Literal written = code.literal(literal);
        if (written == null || !written.isWhole()) {
            return;
        }
        String[] parts = written.value().split("\\.");
        boolean qualified = parts.length == 3 && parts[0].equals(names.source().value());
        if (parts.length != 2 && !qualified) {
            return;
        }
        String table = parts[parts.length - 2];
        names.relation(table)
                .map(t -> new Moved(table, t))
                .ifPresent(moved -> findings.edit(
                        code.lexeme(literal).start(),
                        Kind.MAPPING,
                        moved,
                        "a foreign key of SQLAlchemy",
                        moved.target().value() + "." + table,
                        List.of(
                                qualified
                                        ? new SourceEdit(
                                                written.place(0),
                                                written.place(parts[0].length()),
                                                moved.target().value())
                                        : SourceEdit.insert(
                                                written.place(0), moved.target().value() + "."))));
    }

    private void table(int open) {
        Optional<Moved> moved = moved(open + 1);
        List<int[]> arguments = strings.arguments(open);
        if (moved.isEmpty() || arguments.size() < 2) {
            return;
        }
        for (int[] argument : arguments) {
            if (code.is(argument[0], "schema") && code.is(argument[0] + 1, "=")) {
                said(open + 1, argument[0] + 2, moved.get());
                return;
            }
        }
        String schema = "schema=\"" + moved.get().target().value() + "\"";
        findings.edit(
                code.lexeme(open + 1).start(),
                Kind.MAPPING,
                moved.get(),
                "a table of SQLAlchemy",
                schema,
                List.of(SourceEdit.insert(
                        code.lexeme(arguments.get(arguments.size() - 1)[1]).end(), ", " + schema)));
    }

    /** A table whose schema is said already. */
    private void said(int name, int schema, Moved moved) {
        Literal written = code.literal(schema);
        int at = code.lexeme(name).start();
        if (written == null) {
            findings.report(at, Kind.MAPPING, moved, "the schema is named by something that is not known here");
        } else if (written.value().equals(names.source().value())) {
            SourceEdit edit = new SourceEdit(
                    written.place(0),
                    written.place(written.value().length()),
                    moved.target().value());
            findings.edit(
                    at,
                    Kind.MAPPING,
                    moved,
                    "a table of SQLAlchemy",
                    moved.target().value(),
                    List.of(edit));
        }
    }

    private void ruby(int i) {
        if (code.is(i, "table_name") && code.is(i + 1, "=") && code.is(i - 1, ".") && code.is(i - 2, "self")) {
            table(i + 2, "a table of Active Record");
        } else if (code.isString(i + 1) && OF_SCHEMA.contains(code.text(i))
                || code.is(i, "new") && code.is(i - 2, "Table") && code.is(i - 4, "Arel")) {
            int first = code.is(i + 1, "(") ? i + 2 : i + 1;
            report(first, "the schema may be said before the name here");
            report(first + 2, "the schema may be said before the name here");
        } else if (code.is(i, "join_table") && code.is(i + 1, ":")) {
            report(i + 2, "a table between two others: the schema may be said before the name");
        } else if (code.is(i, "from") && code.is(i + 1, "(") && code.isString(i + 2)) {
            from(i);
        }
    }

    /** A query's FROM: of a class, or of the one that the code is in. */
    private void from(int name) {
        CallChain chain = new CallChain(code, name);
        if (!chain.calls(OF_RECORDS)) {
            return;
        }
        String root = chain.root();
        if (root.equals("from") || Character.isUpperCase(root.charAt(0))) {
            sql.read(strings.at(name + 2), StringUse.TABLE);
        } else {
            report(name + 2, "this may be a query of Active Record");
        }
    }

    /** A table's name that takes the schema before it. */
    private void table(int literal, String what) {
        Literal written = code.literal(literal);
        if (written == null || !written.isWhole()) {
            return;
        }
        String old = names.source().value() + ".";
        boolean qualified = written.value().startsWith(old);
        String table = qualified ? written.value().substring(old.length()) : written.value();
        names.relation(table).map(target -> new Moved(table, target)).ifPresent(moved -> {
            String schema = moved.target().value() + ".";
            SourceEdit edit = qualified
                    ? new SourceEdit(written.place(0), written.place(old.length()), schema)
                    : SourceEdit.insert(written.place(0), schema);
            findings.edit(
                    code.lexeme(literal).start(), Kind.MAPPING, moved, what, schema + moved.name(), List.of(edit));
        });
    }

    private void php(int i) {
        boolean ofLaravel = code.source().mentions("Illuminate")
                || code.source().mentions("DB::")
                || code.source().mentions("extends Model");
        if (ofLaravel && code.is(i, "$table") && code.is(i + 1, "=")) {
            if (code.source().mentions("$connection =")) {
                report(
                        i + 2,
                        "the class has a connection of its own: see whether that is to the database that changes");
            } else {
                table(i + 2, "a table of Eloquent");
            }
        } else if ((code.is(i, "Table") || code.is(i, "JoinTable"))
                && code.is(i + 1, "(")
                && code.is(i + 2, "name")
                && code.is(i + 3, ":")) {
            doctrine(i + 1);
        } else if (ofLaravel || code.source().mentions("Doctrine")) {
            laravel.read(i);
        }
    }

    private void doctrine(int open) {
        for (int i = open; i < code.partner(open); i++) {
            if (code.is(i, "schema")) {
                return;
            }
        }
        moved(open + 3)
                .ifPresent(moved -> findings.edit(
                        code.lexeme(open + 3).start(),
                        Kind.MAPPING,
                        moved,
                        "a table of Doctrine",
                        "schema: '" + moved.target().value() + "'",
                        List.of(SourceEdit.insert(
                                code.lexeme(open + 3).end(),
                                ", schema: '" + moved.target().value() + "'"))));
    }

    /** GORM's method that names the table of a struct. */
    private void go(int i) {
        if (code.is(i, "TableName") && code.is(i + 1, "(") && code.is(i + 2, ")")) {
            for (int j = i + 3; j < Math.min(code.size(), i + 8); j++) {
                if (code.is(j, "return")) {
                    table(j + 1, "a table of GORM");
                    int value = j + 1;
                    if (code.isWord(value)) {
                        strings.value(value, value)
                                .flatMap(n -> names.relation(n).map(t -> new Moved(n, t)))
                                .ifPresent(moved -> findings.report(
                                        code.lexeme(value).start(),
                                        Kind.MAPPING,
                                        moved,
                                        "a constant that is the table's name here: the schema may be said before it"));
                    }
                    return;
                }
            }
        }
    }
}
