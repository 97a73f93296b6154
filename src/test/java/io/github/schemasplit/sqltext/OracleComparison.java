package io.github.schemasplit.sqltext;

import io.github.schemasplit.sqltext.oracle.ParseTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What our reader and PostgreSQL's parser find in the same statements, counted. */
final class OracleComparison {
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private int statements;
    private int expected;
    private int found;
    private int agreed;

    /** Compares what both find in a statement; true if that is the same. */
    boolean compare(String kind, ParseTree tree) {
        List<Reference> references = References.ofStatements(tree.source(), StringSyntax.STANDARD).stream()
                .filter(r -> r.place() != Reference.Place.CONSTANT)
                .toList();
        List<String> oracle = tree.references().stream()
                .map(r -> r.kind() + " " + String.join(".", r.names()) + (r.created() ? " created" : ""))
                .toList();
        List<String> ours = references.stream()
                .map(r -> r.kind() + " " + name(r) + (r.creates() ? " created" : ""))
                .toList();
        List<String> missing = without(oracle, ours);
        List<String> surplus = without(ours, oracle);
        statements++;
        kinds.merge(kind, 1, Integer::sum);
        expected += oracle.size();
        found += ours.size();
        agreed += oracle.size() - missing.size();
        boolean same = missing.isEmpty() && surplus.isEmpty();
        if (!same) {
            differences.add(kind + ": " + tree.source() + "\n  missing " + missing + "\n  surplus " + surplus);
        } else {
            elsewhere(kind, tree, references);
        }
        return same;
    }

    /** Finds the references that are not where the server's parser sees them. */
    private void elsewhere(String kind, ParseTree tree, List<Reference> references) {
        List<String> places = references.stream()
                .map(r -> name(r) + "@" + bytes(tree.source().substring(0, r.start())))
                .toList();
        List<String> elsewhere = tree.references().stream()
                .filter(r -> r.location() >= 0)
                .map(r -> String.join(".", r.names()) + "@" + r.location())
                .filter(place -> !places.contains(place))
                .toList();
        if (!elsewhere.isEmpty()) {
            differences.add(kind + ": " + tree.source() + "\n  elsewhere " + elsewhere);
        }
    }

    private static List<String> without(List<String> all, List<String> some) {
        List<String> rest = new ArrayList<>(all);
        some.forEach(rest::remove);
        return rest;
    }

    private static String name(Reference reference) {
        return reference.parts().stream().map(p -> p.identifier().value()).collect(Collectors.joining("."));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** How many were compared. */
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
        return String.format(
                Locale.ROOT,
                "%,d statements of %d kinds, %,d references, precision %.5f, recall %.5f, %d statements differ%n%s",
                statements,
                kinds.size(),
                expected,
                precision(),
                recall(),
                differences.size(),
                kinds);
    }
}
