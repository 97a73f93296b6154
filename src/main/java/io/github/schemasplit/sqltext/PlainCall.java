package io.github.schemasplit.sqltext;

/** Tells a call of SUBSTRING and OVERLAY from their syntax with words between the arguments. */
final class PlainCall {
    /** How many tokens are looked ahead at most. */
    private static final int FARTHEST = 1_000;

    private PlainCall() {}

    /** SUBSTRING and OVERLAY are routines like others where their arguments have commas between them. */
    static boolean isHere(TokenCursor tokens) {
        if (!tokens.is("substring") && !tokens.is("overlay")) {
            return false;
        }
        int depth = 0;
        for (int offset = 1; offset < FARTHEST; offset++) {
            switch (tokens.word(offset)) {
                // What follows is a label, whatever it is.
                case "." -> offset++;
                case "(", "[" -> depth++;
                case ")", "]" -> {
                    depth--;
                    if (depth == 0) {
                        return true;
                    }
                }
                case "from", "for", "similar", "placing" -> {
                    if (depth == 1 && !isOfComparison(tokens, offset)) {
                        return false;
                    }
                }
                case TokenCursor.END -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    /** Whether the word is of {@code IS DISTINCT FROM} or {@code SIMILAR TO}. */
    private static boolean isOfComparison(TokenCursor tokens, int offset) {
        return tokens.word(offset - 1).equals("distinct")
                || tokens.word(offset + 1).equals("to");
    }
}
