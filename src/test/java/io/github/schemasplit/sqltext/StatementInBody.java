package io.github.schemasplit.sqltext;

import io.github.schemasplit.sqltext.generator.GeneratedStatement;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A statement of SQL where PL/pgSQL can have it: it must name the same there. */
record StatementInBody(GeneratedStatement statement, String before, String after) {
    /** What means something else in PL/pgSQL. */
    private static final Set<String> OTHERS = Set.of("select_into", "execute", "transaction", "declare", "cursor");

    private static final List<List<String>> ANYWHERE = List.of(List.of("BEGIN ", "; END"));
    private static final List<List<String>> OF_QUERIES = List.of(
            List.of("DECLARE c CURSOR FOR ", "; BEGIN END"),
            List.of("DECLARE a int := (", "); BEGIN END"),
            List.of("BEGIN FOR r IN ", " LOOP NULL; END LOOP; END"),
            List.of("BEGIN RETURN QUERY ", "; END"),
            List.of("BEGIN OPEN c FOR ", "; END"),
            List.of("BEGIN IF EXISTS (", ") THEN NULL; END IF; END"),
            List.of("BEGIN x[1].y = (", "); END"),
            List.of("BEGIN CASE x WHEN (", ") THEN NULL; ELSE NULL; END CASE; END"),
            List.of("BEGIN WHILE 1 IN (", ") LOOP NULL; END LOOP; END"),
            List.of("BEGIN FOR i IN 1..(", ") LOOP EXIT WHEN x; END LOOP; END"),
            List.of("BEGIN RAISE NOTICE '%', (", "); END"),
            List.of("BEGIN NULL; EXCEPTION WHEN others THEN PERFORM (", "); END"));

    /** The statement in one of the places for it; the {@code n}th of them, from the first again after the last. */
    static StatementInBody of(GeneratedStatement statement, int n) {
        List<List<String>> places = statement.kind().equals("select") ? OF_QUERIES : ANYWHERE;
        List<String> place = places.get(n % places.size());
        return new StatementInBody(statement, place.get(0), place.get(1));
    }

    /** Whether the same names are found in it as without what is around it. */
    boolean namesTheSame() {
        if (OTHERS.contains(statement.kind()) || isCutShort()) {
            return true;
        }
        List<String> alone = References.ofStatements(statement.sql(), StringSyntax.STANDARD).stream()
                .map(r -> r + "@" + r.start())
                .toList();
        List<String> within = References.ofPlpgsql(text(), StringSyntax.STANDARD).stream()
                .map(r -> r + "@" + (r.start() - before.length()))
                .filter(r -> !r.equals("TYPE int@" + ("DECLARE a ".length() - before.length())))
                .toList();
        return alone.equals(within);
    }

    /** PL/pgSQL takes any LOOP outside of parentheses for its own, a column of that name, too. */
    private boolean isCutShort() {
        return after.startsWith(" LOOP")
                && statement.sql().toLowerCase(Locale.ROOT).contains("loop");
    }

    private String text() {
        return before + statement.sql() + after;
    }

    @Override
    public String toString() {
        return text();
    }
}
