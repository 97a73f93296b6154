package io.github.schemasplit.proposal;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of which the names of tables are made: {@code order_items} and {@code OrderItems} are of {@code order} and {@code item}. */
final class TableWords {
    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    /** Shorter words may end in s by themselves. */
    private static final int SHORTEST_PLURAL = 4;

    private final Map<Identifier, List<Word>> words = new HashMap<>();
    /** How many words all names have in common at their beginning, which tell nothing. */
    private final int common;

    /**
     * A word of a name.
     *
     * @param stem it in the singular, by which words are compared
     * @param written it as the name has it, in lower case
     */
    record Word(String stem, String written) {}

    TableWords(List<Identifier> tables) {
        for (Identifier table : tables) {
            words.put(table, of(table));
        }
        this.common = common(List.copyOf(words.values()));
    }

    private static int common(List<List<Word>> names) {
        int common = 0;
        while (names.size() > 1 && isCommon(names, common)) {
            common++;
        }
        return common;
    }

    private static boolean isCommon(List<List<Word>> names, int place) {
        for (List<Word> name : names) {
            if (name.size() <= place + 1
                    || !name.get(place).stem().equals(names.get(0).get(place).stem())) {
                return false;
            }
        }
        return true;
    }

    /** All words of a name. */
    static List<Word> of(Identifier name) {
        List<Word> words = new ArrayList<>();
        for (String part : NO_LETTERS.split(HUMP.matcher(name.value()).replaceAll("_"))) {
            if (!part.isEmpty()) {
                String word = part.toLowerCase(Locale.ROOT);
                words.add(new Word(singular(word), word));
            }
        }
        return words;
    }

    private static String singular(String word) {
        if (word.length() < SHORTEST_PLURAL || !word.endsWith("s") || word.endsWith("ss")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.substring(0, word.length() - (word.endsWith("sses") ? 2 : 1));
    }

    /** The words of a table's name after those that all names begin with. */
    List<Word> after(Identifier table) {
        List<Word> all = words.getOrDefault(table, List.of());
        return all.subList(Math.min(common, all.size()), all.size());
    }
}
