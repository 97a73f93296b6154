package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds tables that the libraries of JavaScript and TypeScript take by name: Drizzle, TypeORM, Sequelize, and generated types. */
final class ScriptTables {
    private static final Set<String> OF_TYPEORM = Set.of("Entity", "ViewEntity", "JoinTable");
    private static final String TYPEORM = "an entity of TypeORM";

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
        DrizzleTables drizzle = new DrizzleTables(code, names, strings, findings);
        boolean typeorm = code.source().mentions("typeorm") && !code.source().mentions("ObjectIdColumn");
        boolean sequelize = code.source().mentions("equelize");
        boolean mikro = code.source().mentions("mikro-orm");
        boolean objection = code.source().mentions("objection");
        for (int i = 1; i < code.size(); i++) {
            boolean call = code.isWord(i - 1) && code.is(i, "(") && code.partner(i) > i;
            if (call) {
                drizzle.read(i);
            }
            if (call && typeorm && code.is(i - 2, "@") && OF_TYPEORM.contains(code.text(i - 1))) {
                typeorm(i);
            } else if (sequelize && code.is(i, "tableName") && code.is(i + 1, ":")) {
                beside(i + 2, "a table of Sequelize");
            } else if (mikro && code.is(i, "tableName") && code.is(i + 1, ":")) {
                beside(i + 2, "a table of MikroORM");
            } else if (objection && code.is(i, "tableName")) {
                objection(i);
            } else if (code.is(i, "[") && code.isString(i + 1)) {
                type(i);
            }
        }
    }

    /** The name of a class's table: a value, or what a getter returns. */
    private void objection(int name) {
        boolean getter = code.is(name + 1, "(") && code.is(name + 3, "{") && code.is(name + 4, "return");
        int literal = getter ? name + 5 : name + 2;
        if ((getter || code.is(name + 1, "=")) && code.isString(literal)) {
            sql.read(strings.at(literal), StringUse.TABLE);
        }
    }

    private Optional<Moved> moved(int literal) {
        return strings.value(literal, literal).flatMap(n -> names.relation(n).map(t -> new Moved(n, t)));
    }

    private String quoteAt(int i) {
        Literal literal = code.literal(i);
        return literal == null || literal.quote().equals("`") ? "'" : literal.quote();
    }

    private void typeorm(int open) {
        Optional<Moved> moved = moved(open + 1);
        if (code.is(open + 1, "{")) {
            int named = property(open + 1, "name");
            if (named < 0) {
                implied(open).ifPresent(m -> option(open + 1, at(open), m, schema(open, m), TYPEORM));
            } else {
                beside(named, TYPEORM);
            }
        } else if (code.is(open + 1, ")")) {
            implied(open).ifPresent(m -> insert(open, m, code.lexeme(open).end(), "{ " + schema(open, m) + " }"));
        } else if (moved.isPresent() && code.is(open + 2, ")")) {
            String options = ", { " + schema(open + 1, moved.get()) + " }";
            insert(open + 1, moved.get(), code.lexeme(open + 1).end(), options);
        } else if (moved.isPresent() && code.is(open + 3, "{")) {
            option(open + 3, at(open + 1), moved.get(), schema(open + 1, moved.get()), TYPEORM);
        }
    }

    private void insert(int piece, Moved moved, int place, String text) {
        findings.edit(
                at(piece), Kind.MAPPING, moved, TYPEORM, schema(piece, moved), List.of(SourceEdit.insert(place, text)));
    }

    private int at(int piece) {
        return code.lexeme(piece).start();
    }

    private String schema(int beside, Moved moved) {
        String quote = quoteAt(beside);
        return "schema: " + quote + moved.target().value() + quote;
    }

    /** Where the value of a property is of the object that a brace opens; negative where it has none. */
    private int property(int open, String name) {
        for (int i = open + 1; i < code.partner(open); i++) {
            if (code.is(i, name) && code.is(i + 1, ":")) {
                return i + 2;
            }
            i = code.partner(i) > i ? code.partner(i) : i;
        }
        return Code.NONE;
    }

    /** The table that an entity has by the name of its class. */
    private Optional<Moved> implied(int open) {
        if (!code.is(open - 1, "Entity") && !code.is(open - 1, "ViewEntity")) {
            return Optional.empty();
        }
        for (int i = code.partner(open) + 1; i < code.size() && !code.is(i, "{"); i++) {
            if (code.is(i, "class")) {
                String table = Words.underscored(code.text(i + 1));
                return names.relation(table).map(t -> new Moved(table, t));
            }
            i = code.partner(i) > i ? code.partner(i) : i;
        }
        return Optional.empty();
    }

    /** A table's name in an object of options, beside which the schema is said. */
    private void beside(int literal, String what) {
        Optional<Moved> moved = moved(literal);
        int open = code.enclosing(literal);
        if (moved.isPresent() && code.is(open, "{")) {
            option(open, at(literal), moved.get(), schema(literal, moved.get()), what);
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
