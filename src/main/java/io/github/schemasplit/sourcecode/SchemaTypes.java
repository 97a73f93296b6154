package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sql.Identifier;
import java.util.Optional;
import java.util.Set;

/** Lists the tables that types of a database have as members: generated ones of Supabase, and the interface that Kysely is given. */
final class SchemaTypes {
    private static final Set<String> OF_SUPABASE = Set.of("Tables", "Views", "Functions");

    private final Code code;
    private final MovedNames names;
    private final Findings findings;
    private final boolean kysely;

    SchemaTypes(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.names = names;
        this.findings = findings;
        this.kysely = code.source().mentions("kysely");
    }

    void read() {
        for (int i = 2; i < code.size(); i++) {
            if (!code.is(i, "{") || code.partner(i) <= i) {
                continue;
            }
            boolean supabase = code.is(i - 1, ":") && OF_SUPABASE.contains(code.text(i - 2)) && isOfSource(i);
            boolean ofKysely =
                    kysely && code.is(i - 2, "interface") && code.text(i - 1).matches("DB|.*Database");
            if (supabase) {
                members(i, code.is(i - 2, "Functions"), "the types of the schemas are written here");
            } else if (ofKysely) {
                members(i, false, "the interface of the tables: the schema may be said before the name");
            }
        }
    }

    /** Whether what is in a brace belongs to the schema that is moved from. */
    private boolean isOfSource(int open) {
        int outer = code.enclosing(open - 2);
        return code.is(outer, "{")
                && code.is(outer - 1, ":")
                && code.is(outer - 2, names.source().value());
    }

    private void members(int open, boolean routines, String reason) {
        for (int i = open + 1; i < code.partner(open); i++) {
            if (code.is(i + 1, ":")) {
                Literal literal = code.literal(i);
                String name = literal == null ? code.text(i) : literal.value();
                Optional<Identifier> target = routines ? names.routine(name) : names.relation(name);
                int at = code.lexeme(i).start();
                target.ifPresent(t -> findings.report(at, Kind.TYPE, new Moved(name, t), reason));
            }
            i = code.partner(i) > i ? code.partner(i) : i;
        }
    }
}
