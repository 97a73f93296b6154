package io.github.schemasplit.sourcecode;

import java.util.Locale;

/**
 * Tells quickly of a text whether a word of it may be a name, or begin with one and an underscore. It errs on the side of names. Most files
 * of a tree are not looked at any further, so this goes over each character once and makes nothing of it.
 */
final class WordFilter {
    private static final int PRIME = 0x01000193;
    private static final int SEED = 0x811C9DC5;
    private static final int BITS = 1 << 16;

    private final long[] whole = new long[BITS / Long.SIZE];
    private final long[] beginnings = new long[BITS / Long.SIZE];
    private boolean any;

    /** Lets a name pass. */
    void add(String name) {
        // A dollar may be of a name, and end a string right behind one: orders$$.
        boolean isWord = false;
        for (String part : name.toLowerCase(Locale.ROOT).split("\\$")) {
            isWord |= !part.isEmpty();
            mark(whole, hash(part));
        }
        any |= !isWord;
    }

    /** Lets all names pass that begin so; all names at all where that is nothing. */
    void addBeginning(String beginning) {
        String lower = beginning.toLowerCase(Locale.ROOT);
        int dollar = lower.indexOf('$');
        any |= beginning.isEmpty() || dollar == 0;
        if (dollar > 0) {
            mark(whole, hash(lower.substring(0, dollar)));
        } else {
            mark(beginnings, hash(lower));
        }
    }

    private static int hash(String text) {
        int hash = SEED;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static void mark(long[] bits, int hash) {
        int bit = bit(hash);
        bits[bit >> 6] |= 1L << bit;
    }

    private static boolean has(long[] bits, int hash) {
        int bit = bit(hash);
        return (bits[bit >> 6] & 1L << bit) != 0;
    }

    private static int bit(int hash) {
        return (hash ^ hash >>> 16) & (BITS - 1);
    }

    /** Whether a word of the text may pass. */
    boolean passes(String text) {
        if (any) {
            return true;
        }
        int hash = SEED;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                inWord = true;
                hash = (hash ^ c) * PRIME;
            } else if (c >= 'A' && c <= 'Z') {
                inWord = true;
                hash = (hash ^ c + 32) * PRIME;
            } else if (c == '_') {
                // orders_id_seq, and orders_ before what is not known.
                if (inWord && has(whole, hash)) {
                    return true;
                }
                inWord = true;
                hash = (hash ^ c) * PRIME;
            } else if (c > 127 && Character.isLetterOrDigit(c)) {
                inWord = true;
                hash = (hash ^ Character.toLowerCase(c)) * PRIME;
            } else {
                if (inWord && has(whole, hash)) {
                    return true;
                }
                inWord = false;
                hash = SEED;
                continue;
            }
            if (has(beginnings, hash)) {
                return true;
            }
        }
        return inWord && has(whole, hash);
    }
}
