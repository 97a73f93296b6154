package io.github.schemasplit.sqltext;

import java.util.Random;

/** Makes texts that are nearly SQL, or nothing of the kind. */
record Mutation(Random random) {
    private static final int MOST_CHANGES = 8;
    private static final String MARKS = "'\"$()[];,.:*/-+=\\\0\n eE{}0aé";

    /** A piece of {@code sql}, or all of it with some characters changed. */
    String of(String sql) {
        return random.nextBoolean() ? cut(sql) : changed(sql);
    }

    private String cut(String sql) {
        int one = random.nextInt(sql.length() + 1);
        int other = random.nextInt(sql.length() + 1);
        return random.nextBoolean() ? sql.substring(0, one) : sql.substring(Math.min(one, other), Math.max(one, other));
    }

    private String changed(String sql) {
        StringBuilder text = new StringBuilder(sql);
        for (int i = random.nextInt(MOST_CHANGES); i >= 0 && text.length() > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, mark());
                case 1 -> text.insert(at, mark());
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }

    private char mark() {
        return random.nextInt(4) == 0
                ? (char) random.nextInt(Character.MAX_VALUE)
                : MARKS.charAt(random.nextInt(MARKS.length()));
    }
}
