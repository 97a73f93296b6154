package io.github.schemasplit.sourcecode;

import java.util.Locale;
import java.util.function.Predicate;

/** The words of a text: runs of letters, digits, underscores and dollar signs. */
final class Words {
    private Words() {}

    static boolean isWordPart(char c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c);
    }

    static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isWordPart((char) c));
    }

    /** Whether any word of the text, in lower case, passes. */
    static boolean any(String text, Predicate<String> test) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inWord = i < text.length() && isWordPart(text.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                if (test.test(text.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = -1;
            }
        }
        return false;
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
