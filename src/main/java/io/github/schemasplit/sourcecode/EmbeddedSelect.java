package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sql.Identifier;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what PostgREST cannot do over schemas: {@code select('*, items(*)')} embeds other tables, of the same schema only.
 *
 * @see <a href="https://postgrest.org/en/stable/references/api/resource_embedding.html">Resource Embedding</a>
 */
final class EmbeddedSelect {
    private static final Set<String> AGGREGATES = Set.of("count", "sum", "avg", "min", "max");

    private final Code code;
    private final MovedNames names;
    private final Findings findings;

    EmbeddedSelect(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.names = names;
        this.findings = findings;
    }

    /** Looks at what is selected from a table; {@code open} is the parenthesis that has the table's name. */
    void read(String table, int open) {
        int i = code.partner(open);
        while (code.is(i + 1, ".") && code.isWord(i + 2) && code.is(i + 3, "(") && code.partner(i + 3) > i) {
            Literal columns = code.literal(i + 4);
            if (code.is(i + 2, "select") && columns != null) {
                read(table, columns);
            }
            i = code.partner(i + 3);
        }
    }

    private void read(String table, Literal columns) {
        String text = columns.value();
        Optional<Identifier> parent = names.relation(table);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '(') {
                int start = i;
                while (start > 0 && isPart(text.charAt(start - 1))) {
                    start--;
                }
                embedded(new Parent(table, parent), text.substring(start, i), columns.place(start));
            }
        }
    }

    private record Parent(String table, Optional<Identifier> target) {}

    private void embedded(Parent parent, String written, int at) {
        String name = written.substring(written.indexOf(':') + 1);
        name = name.indexOf('!') >= 0 ? name.substring(0, name.indexOf('!')) : name;
        name = name.startsWith("...") ? name.substring(3) : name;
        if (name.isEmpty() || AGGREGATES.contains(name) || name.indexOf('.') >= 0) {
            return;
        }
        Optional<Identifier> target = names.relation(name);
        if (target.equals(parent.target)) {
            return;
        }
        if (target.isPresent()) {
            findings.report(
                    at,
                    Kind.CALL,
                    new Moved(name, target.get()),
                    "it is embedded in " + parent.table
                            + ", which is to be in another schema: PostgREST embeds only within one");
        } else {
            findings.report(
                    at,
                    Kind.CALL,
                    new Moved(parent.table, parent.target.orElseThrow()),
                    "it embeds " + name + ", which does not go along: PostgREST embeds only within one schema");
        }
    }

    private static boolean isPart(char c) {
        return Words.isWordPart(c) || c == ':' || c == '!' || c == '.';
    }
}
