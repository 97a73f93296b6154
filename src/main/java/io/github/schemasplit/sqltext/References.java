package io.github.schemasplit.sqltext;

import java.util.Comparator;
import java.util.List;

/**
 * The names in a text that stand for objects of the database.
 *
 * <p>Any text is read, and what is no SQL yields what seems to be named in it.
 */
public final class References {
    private References() {}

    /** Those in statements of SQL, in the order of the text. */
    public static List<Reference> ofStatements(String sql, StringSyntax syntax) {
        Grammar grammar = new Grammar(new TokenCursor(sql, syntax), false);
        grammar.statements.all();
        return all(grammar);
    }

    /** Those in the body of a routine of PL/pgSQL, in the order of the text. */
    public static List<Reference> ofPlpgsql(String body, StringSyntax syntax) {
        Grammar grammar = new Grammar(new TokenCursor(body, syntax), true);
        new PlpgsqlReader(grammar).body();
        return all(grammar);
    }

    /** What was found in a text that has been gone over, with what is in its constants. */
    static List<Reference> all(Grammar grammar) {
        List<Reference> references = grammar.found.toList();
        List<Reference> inConstants = new ConstantReader(grammar.tokens).read();
        inConstants.addAll(new DynamicSqlReader(grammar).read());
        inConstants.addAll(new DoReader(grammar.tokens).read());
        if (!inConstants.isEmpty()) {
            references.addAll(inConstants);
            references.sort(new ByStart());
        }
        return List.copyOf(references);
    }

    private static final class ByStart implements Comparator<Reference> {
        @Override
        public int compare(Reference one, Reference other) {
            return Integer.compare(one.start(), other.start());
        }
    }
}
