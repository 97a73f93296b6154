package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Quoting;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the names in the bodies of routines that statements make, which are constants: {@code CREATE FUNCTION f() … AS $$ … $$}. */
final class RoutineBodies {
    private final String sql;
    private final SqlTokens tokens;
    private final List<Reference> found = new ArrayList<>();

    private RoutineBodies(String sql) {
        this.sql = sql;
        this.tokens = new SqlTokens(sql, new SqlTokens.Range(0, sql.length()));
    }

    /** The names, by their places in the whole text. */
    static List<Reference> in(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        if (!lower.contains("create") || !lower.contains("function") && !lower.contains("procedure")) {
            return List.of();
        }
        RoutineBodies bodies = new RoutineBodies(sql);
        for (int i = 0; i < bodies.tokens.size(); i++) {
            if (bodies.is(i, "create")) {
                int kind = bodies.is(i + 1, "or") ? i + 3 : i + 1;
                if (bodies.is(kind, "function") || bodies.is(kind, "procedure")) {
                    i = bodies.routine(kind + 1);
                }
            }
        }
        return bodies.found;
    }

    private boolean is(int i, String word) {
        return tokens.text(i).equalsIgnoreCase(word);
    }

    /** Reads a statement; gives its last piece. */
    private int routine(int from) {
        int body = Code.NONE;
        String language = "";
        int i = from;
        for (; i < tokens.size() && !is(i, ";"); i++) {
            if (is(i, "as") && (tokens.isInDollars(i + 1) || tokens.isString(i + 1))) {
                body = i + 1;
            } else if (is(i, "language")) {
                language = tokens.text(i + 1).replace("'", "").toLowerCase(Locale.ROOT);
            }
        }
        if (body >= 0) {
            SqlTokens.Range place = tokens.content(body);
            String written = sql.substring(place.start(), place.end());
            // A quote that is written twice is one, with a blank that keeps all else at its place.
            String text = tokens.isInDollars(body) ? written : written.replace("''", "' ");
            if (language.equals("plpgsql")) {
                add(References.ofPlpgsql(text, StringSyntax.STANDARD), place.start(), tokens.isInDollars(body));
            } else if (language.equals("sql")) {
                add(References.ofStatements(text, StringSyntax.STANDARD), place.start(), tokens.isInDollars(body));
            }
        }
        return i;
    }

    private void add(List<Reference> inner, int offset, boolean inDollars) {
        for (Reference each : inner) {
            List<NamePart> parts = new ArrayList<>();
            for (NamePart part : each.parts()) {
                parts.add(new NamePart(part.identifier(), part.start() + offset, part.end() + offset));
            }
            List<Quoting> quoting = new ArrayList<>(each.quoting());
            quoting.add(inDollars ? Quoting.DOLLARS : Quoting.QUOTES);
            found.add(new Reference(each.kind(), parts, each.place(), quoting, each.use()));
        }
    }
}
