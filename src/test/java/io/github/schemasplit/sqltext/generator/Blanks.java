package io.github.schemasplit.sqltext.generator;

import java.util.List;
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
            for (int i = random.nextInt(2); i >= 0; i--) {
                blanks.append(Vocabulary.pick(PIECES, random));
            }
            return blanks.toString();
        }
    };

    private static final List<String> MARKS = List.of("(", ")", ",", ".", "[", "]");
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
