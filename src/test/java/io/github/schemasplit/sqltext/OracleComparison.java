package io.github.schemasplit.sqltext;

import io.github.schemasplit.sqltext.oracle.ParseTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What our reader and PostgreSQL's parser find in the same statements, counted. */
final class OracleComparison {
    private final List<String> differences = new ArrayList<>();
    private int statements;
    private int expected;
    private int found;
    private int agreed;

    /** Compares what both find in a text. */
    void compare(ParseTree tree) {
        String sql = tree.source();
        List<String> oracle = new ArrayList<>(tree.references().stream()
                .map(r -> r.kind() + " " + String.join(".", r.names()) + (r.created() ? " created" : ""))
                .toList());
        List<String> ours = new ArrayList<>(References.ofStatements(sql, StringSyntax.STANDARD).stream()
                .map(r -> r.kind() + " " + name(r) + (r.creates() ? " created" : ""))
                .toList());
        statements++;
        expected += oracle.size();
        found += ours.size();
        List<String> missing = new ArrayList<>(oracle);
        ours.forEach(missing::remove);
        List<String> surplus = new ArrayList<>(ours);
        oracle.forEach(surplus::remove);
        agreed += oracle.size() - missing.size();
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            differences.add(sql.strip() + "\n  missing " + missing + "\n  surplus " + surplus);
        }
        tree.references().stream()
                .filter(r -> r.location() >= 0)
                .filter(r -> References.ofStatements(sql, StringSyntax.STANDARD).stream()
                        .noneMatch(o -> name(o).equals(String.join(".", r.names()))
                                && bytes(sql.substring(0, o.start())) == r.location()))
                .filter(r -> missing.isEmpty())
                .forEach(r -> differences.add(sql.strip() + "\n  elsewhere " + r));
    }

    private static String name(Reference reference) {
        return reference.parts().stream().map(p -> p.identifier().value()).collect(Collectors.joining("."));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    int statements() {
        return statements;
    }

    double precision() {
        return found == 0 ? 1 : (double) agreed / found;
    }

    double recall() {
        return expected == 0 ? 1 : (double) agreed / expected;
    }

    List<String> differences() {
        return differences;
    }

    @Override
    public String toString() {
        return statements + " statements, " + expected + " references, precision " + precision() + ", recall "
                + recall();
    }
}
