package io.github.schemasplit.sourcecode;

import java.util.Locale;

/** The words of a text: runs of letters, digits, underscores and dollar signs. */
final class Words {
    private Words() {}

    static boolean isWordPart(char c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c);
    }

    static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isWordPart((char) c));
    }

    /** Several of a thing, by English's rules and without its exceptions. */
    static String plural(String word) {
        if (word.endsWith("y") && word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        boolean hisses = word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh");
        return word + (hisses ? "es" : "s");
    }

    /** The name in words joined by underscores, as Spring names the table of a class: {@code OrderItem} is {@code order_item}. */
    static String underscored(String name) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins = i > 0
                    && i < name.length() - 1
                    && Character.isUpperCase(c)
                    && Character.isLowerCase(name.charAt(i - 1))
                    && Character.isLowerCase(name.charAt(i + 1));
            words.append(begins ? "_" : "").append(c);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }
}
