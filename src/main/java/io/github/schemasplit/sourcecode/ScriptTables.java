package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds tables that the libraries of JavaScript and TypeScript take by name: Drizzle, TypeORM, Sequelize, and generated types. */
final class ScriptTables {
    private final Code code;
    private final MovedNames names;
    private final StringExpressions strings;
    private final SqlStrings sql;
    private final Findings findings;

    ScriptTables(Code code, MovedNames names, Constants constants, Findings findings) {
        this.code = code;
        this.names = names;
        this.strings = new StringExpressions(code, constants);
        this.sql = new SqlStrings(names, findings);
        this.findings = findings;
    }

    void read() {
        boolean drizzle = code.source().mentions("drizzle-orm/pg-core");
        boolean typeorm = code.source().mentions("typeorm") && !code.source().mentions("ObjectIdColumn");
        boolean sequelize = code.source().mentions("equelize");
        boolean objection = code.source().mentions("objection");
        for (int i = 1; i < code.size(); i++) {
            boolean call = code.isWord(i - 1) && code.is(i, "(") && code.partner(i) > i;
            if (call && drizzle && code.is(i - 1, "pgTable")) {
                drizzle(i);
            } else if (call && typeorm && code.is(i - 1, "Entity") && code.is(i - 2, "@")) {
                typeorm(i);
            } else if (sequelize && code.is(i, "tableName") && code.is(i + 1, ":")) {
                beside(i + 2, "a table of Sequelize");
            } else if (objection && code.is(i, "tableName")) {
                objection(i);
            } else if (code.is(i, "[") && code.isString(i + 1)) {
                type(i);
            }
        }
    }

    private Optional<Moved> moved(int literal) {
        return strings.value(literal, literal).flatMap(n -> names.relation(n).map(t -> new Moved(n, t)));
    }

    /** The name of a class's table: a value, or what a getter returns. */
    private void objection(int name) {
        boolean getter = code.is(name + 1, "(") && code.is(name + 3, "{") && code.is(name + 4, "return");
        int literal = getter ? name + 5 : name + 2;
        if ((getter || code.is(name + 1, "=")) && code.isString(literal)) {
            sql.read(strings.at(literal), StringUse.TABLE);
        }
    }

    private void drizzle(int open) {
        Optional<Moved> moved = moved(open + 1);
        int imported = importedFrom("drizzle-orm/pg-core");
        if (moved.isEmpty() || imported < 0) {
            return;
        }
        String quote = quoteAt(open + 1);
        String call = "pgSchema(" + quote + moved.get().target().value() + quote + ").table";
        List<SourceEdit> edits = new ArrayList<>();
        edits.add(new SourceEdit(
                code.lexeme(open - 1).start(), code.lexeme(open - 1).end(), call));
        if (!imports(imported, "pgSchema")) {
            edits.add(SourceEdit.insert(code.lexeme(imported + 1).start(), "pgSchema, "));
        }
        findings.edit(code.lexeme(open + 1).start(), Kind.MAPPING, moved.get(), "a table of Drizzle", call, edits);
    }

    /** The brace that opens the names that are imported from a module; negative where none is. */
    private int importedFrom(String module) {
        for (int i = 0; i < code.size(); i++) {
            Literal literal = code.literal(i);
            if (literal != null && literal.value().equals(module) && code.is(i - 1, "from") && code.is(i - 2, "}")) {
                return code.partner(i - 2);
            }
        }
        return Code.NONE;
    }

    private boolean imports(int brace, String name) {
        for (int i = brace; i < code.partner(brace); i++) {
            if (code.is(i, name)) {
                return true;
            }
        }
        return false;
    }

    private String quoteAt(int i) {
        Literal literal = code.literal(i);
        return literal == null || literal.quote().equals("`") ? "'" : literal.quote();
    }

    private void typeorm(int open) {
        if (code.is(open + 1, "{")) {
            for (int i = open + 2; i < code.partner(open + 1); i++) {
                if (code.is(i, "name") && code.is(i + 1, ":")) {
                    beside(i + 2, "an entity of TypeORM");
                }
            }
            return;
        }
        Optional<Moved> moved = moved(open + 1);
        if (moved.isEmpty()) {
            return;
        }
        String quote = quoteAt(open + 1);
        String schema = "schema: " + quote + moved.get().target().value() + quote;
        int at = code.lexeme(open + 1).start();
        if (code.is(open + 2, ")")) {
            findings.edit(
                    at,
                    Kind.MAPPING,
                    moved.get(),
                    "an entity of TypeORM",
                    schema,
                    List.of(SourceEdit.insert(code.lexeme(open + 1).end(), ", { " + schema + " }")));
        } else if (code.is(open + 3, "{")) {
            option(open + 3, at, moved.get(), schema, "an entity of TypeORM");
        }
    }

    /** A table's name in an object of options, beside which the schema is said. */
    private void beside(int literal, String what) {
        Optional<Moved> moved = moved(literal);
        int open = code.enclosing(literal);
        if (moved.isPresent() && code.is(open, "{")) {
            String quote = quoteAt(literal);
            String schema = "schema: " + quote + moved.get().target().value() + quote;
            option(open, code.lexeme(literal).start(), moved.get(), schema, what);
        }
    }

    private void option(int open, int at, Moved moved, String schema, String what) {
        for (int i = open + 1; i < code.partner(open); i++) {
            if (code.is(i, "schema") && code.is(i + 1, ":")) {
                Literal old = code.literal(i + 2);
                if (old != null && old.value().equals(names.source().value())) {
                    findings.edit(
                            at,
                            Kind.MAPPING,
                            moved,
                            what,
                            schema,
                            List.of(new SourceEdit(
                                    old.place(0),
                                    old.place(old.value().length()),
                                    moved.target().value())));
                } else if (old == null) {
                    findings.report(at, Kind.MAPPING, moved, "the schema is named by something that is not known here");
                }
                return;
            }
            i = code.partner(i) > i ? code.partner(i) : i;
        }
        findings.edit(
                at,
                Kind.MAPPING,
                moved,
                what,
                schema,
                List.of(SourceEdit.insert(code.lexeme(open + 1).start(), schema + ", ")));
    }

    /** A generated type: {@code Database['public']['Tables']['orders']}. */
    private void type(int open) {
        Literal schema = code.literal(open + 1);
        Literal kind = code.literal(open + 4);
        Literal name = code.literal(open + 7);
        if (schema == null
                || kind == null
                || name == null
                || !code.is(open + 2, "]")
                || !code.is(open + 5, "]")
                || !schema.value().equals(names.source().value())) {
            return;
        }
        Optional<Identifier> target = switch (kind.value()) {
            case "Tables", "Views" -> names.relation(name.value());
            case "Functions" -> names.routine(name.value());
            default -> Optional.empty();
        };
        target.map(t -> new Moved(name.value(), t))
                .ifPresent(moved -> findings.edit(
                        code.lexeme(open + 1).start(),
                        Kind.TYPE,
                        moved,
                        "a generated type",
                        moved.target().value(),
                        List.of(new SourceEdit(
                                schema.place(0),
                                schema.place(schema.value().length()),
                                moved.target().value()))));
    }
}
