package io.github.schemasplit.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A diagram in Mermaid. What it draws gets a number of its own, so that no name is ever read as syntax; names stand in quotes, and of what
 * they have only letters, digits and a few signs that mean nothing there: the others are replaced, since a diagram only shows what tables
 * tell exactly.
 */
final class Mermaid<T> {
    private static final String HARMLESS = " _-.,()";

    private final List<String> lines = new ArrayList<>();
    private final Map<T, String> numbers = new LinkedHashMap<>();

    /**
     * @param kind its first line, which says what kind of diagram it is
     */
    Mermaid(String kind) {
        lines.add(kind);
    }

    void add(String line) {
        lines.add("  " + line);
    }

    /** The number of something that is drawn. */
    String number(T drawn) {
        return numbers.computeIfAbsent(drawn, d -> "n" + (numbers.size() + 1));
    }

    /** Whether it has a number. */
    boolean has(T drawn) {
        return numbers.containsKey(drawn);
    }

    Optional<Block> block() {
        return numbers.isEmpty() ? Optional.empty() : Optional.of(new Block.Diagram(lines));
    }

    /** A name in quotes. */
    static String quoted(String name) {
        StringBuilder label = new StringBuilder("\"");
        name.codePoints().forEach(c -> label.appendCodePoint(isHarmless(c) ? c : '_'));
        // Where nothing is left that can be seen, there is nothing to quote.
        return label.append(name.isBlank() ? "_" : "").append('"').toString();
    }

    private static boolean isHarmless(int codePoint) {
        return Character.isBmpCodePoint(codePoint)
                && (Character.isLetterOrDigit(codePoint) || HARMLESS.indexOf(codePoint) >= 0);
    }

    /** A name where quotes are not allowed: of letters of ASCII, digits and underscores, and no word that means something there. */
    static String word(String name) {
        String word = name.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("(?<=.)_+$", "");
        boolean means = word.matches("(?i)pk|fk|uk|_|[0-9].*");
        return means ? "_" + word : word;
    }
}
