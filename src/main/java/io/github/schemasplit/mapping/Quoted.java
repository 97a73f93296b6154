package io.github.schemasplit.mapping;

/** Text that a user wrote, as messages show it: in quotes, on one line, and not longer than a line. */
final class Quoted {
    private static final int LONGEST = 80;

    private Quoted() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder("'");
        int[] letters = text.codePoints().limit(LONGEST + 1L).toArray();
        for (int i = 0; i < Math.min(letters.length, LONGEST); i++) {
            if (Character.isISOControl(letters[i])) {
                shown.append(String.format("\\u%04x", letters[i]));
            } else {
                shown.appendCodePoint(letters[i]);
            }
        }
        return shown.append(letters.length > LONGEST ? "…'" : "'").toString();
    }
}
