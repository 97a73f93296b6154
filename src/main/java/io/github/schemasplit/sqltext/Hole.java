package io.github.schemasplit.sqltext;

/** What a routine puts into a statement as it runs. */
enum Hole {
    /** An identifier, quoted if need be: {@code %I}, {@code quote_ident(…)}. */
    IDENTIFIER(String.valueOf(CommandText.HOLE)),
    /** A value, quoted: {@code %L}, {@code quote_literal(…)}. */
    VALUE("''"),
    /** Any text: {@code %s}, a variable. */
    TEXT(String.valueOf(CommandText.HOLE).repeat(2));

    private final String stand;

    Hole(String stand) {
        this.stand = stand;
    }

    /** That of a placeholder of {@code format}. */
    static Hole ofLetter(String letter) {
        return switch (letter) {
            case "I" -> IDENTIFIER;
            case "L" -> VALUE;
            default -> TEXT;
        };
    }

    /** What stands for it in a text that is to be read. */
    String stand() {
        return stand;
    }
}
