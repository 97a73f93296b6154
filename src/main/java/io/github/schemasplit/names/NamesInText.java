package io.github.schemasplit.names;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names that a text may hold: its words, folded as the server folds them, and whatever stands between two quotes. It does not
 * know comments from code, so it finds too much rather than too little.
 */
public final class NamesInText {
    /** No name is longer than this, whatever the server was built with. */
    private static final int LONGEST = 256;

    private final String text;
    private final Set<String> names = new HashSet<>();

    private NamesInText(String text) {
        this.text = text;
    }

    /** The names in a text, as they stand there and folded, and perhaps what is none. */
    public static Set<String> of(String text) {
        NamesInText found = new NamesInText(text);
        found.addWords();
        found.addBetween('"');
        found.addBetween('\'');
        return found.names;
    }

    private void addWords() {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inWord = i < text.length() && isWordPart(text.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                String word = text.substring(start, i);
                names.add(word);
                names.add(word.toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
    }

    /** Every stretch from one quote to the next, since nothing says which of them opens a name; a doubled quote stands for one. */
    private void addBetween(char quote) {
        String twice = String.valueOf(quote) + quote;
        for (int open = text.indexOf(quote); open >= 0; open = text.indexOf(quote, open + 1)) {
            int close = text.indexOf(quote, open + 1);
            while (close >= 0
                    && close + 1 < text.length()
                    && text.charAt(close + 1) == quote
                    && close - open < LONGEST) {
                close = text.indexOf(quote, close + 2);
            }
            if (close > open && close - open < LONGEST) {
                names.add(text.substring(open + 1, close).replace(twice, String.valueOf(quote)));
            }
        }
    }

    private static boolean isWordPart(char c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c) || c > 127;
    }
}
