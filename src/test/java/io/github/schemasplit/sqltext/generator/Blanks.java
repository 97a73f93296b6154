package io.github.schemasplit.sqltext.generator;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What stands between the tokens of a text. */
enum Blanks {
    /** A blank, or nothing beside a parenthesis, comma or dot. */
    NORMAL {
        @Override
        String between(String before, String after, Random random) {
            boolean mark = MARKS.contains(before) || MARKS.contains(after);
            return mark && random.nextInt(3) > 0 ? "" : " ";
        }
    },
    /** Comments and odd white space. */
    ODD {
        @Override
        String between(String before, String after, Random random) {
            StringBuilder blanks = new StringBuilder();
            List<String> pieces = BEFORE_LOOKING_AHEAD.contains(before.toLowerCase(Locale.ROOT)) ? SPACES : PIECES;
            for (int i = random.nextInt(2); i >= 0; i--) {
                blanks.append(Vocabulary.pick(pieces, random));
            }
            return blanks.toString();
        }
    };

    private static final List<String> MARKS = List.of("(", ")", ",", ".", "[", "]");
    private static final List<String> SPACES = List.of(" ", "\t", "\r\n", "\n\n", "\f");
    /** Words after which the parser looks ahead by a token, which for the one that the oracle has must be no comment. */
    private static final List<String> BEFORE_LOOKING_AHEAD = List.of("not", "with", "without", "nulls", "format");

    private static final List<String> PIECES = List.of(
            " ",
            "\t",
            "\r\n",
            "\n\n",
            "\f",
            " /* it's */ ",
            "/* \" */",
            "/* a /* nested ' */ ; */",
            " -- it's \"x\n",
            "\n--\n",
            "/**/",
            " --; $$ (\r\n",
            "/* $a$ */",
            "/* public.orders 🦣 */",
            "\n/* -- */ ");

    abstract String between(String before, String after, Random random);

    /** The tokens with blanks between them. */
    String join(List<String> tokens, Random random) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (String token : tokens) {
            text.append(before.isEmpty() ? "" : between(before, token, random)).append(token);
            before = token;
        }
        return text.toString();
    }
}
