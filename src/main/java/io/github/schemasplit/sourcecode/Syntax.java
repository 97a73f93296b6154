package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.StringStyle.Escapes;
import io.github.schemasplit.sourcecode.StringStyle.Holes;
import java.util.ArrayList;
import java.util.List;

/**
 * How the code of a language is told from its comments and strings.
 *
 * @param lineComments what begins a comment to the end of the line
 * @param blockComments whether there are comments from {@code /*} to the end that all know
 * @param nestedComments whether such comments may hold others
 * @param strings the ways to write strings, of those that begin alike the longer one first
 * @param joins the operators that put strings together
 * @param adjacent whether strings next to each other are one
 * @param kind what else is special about it
 */
record Syntax(
        List<String> lineComments,
        boolean blockComments,
        boolean nestedComments,
        List<StringStyle> strings,
        List<String> joins,
        boolean adjacent,
        Kind kind) {
    /** What else is special about a language. */
    enum Kind {
        PLAIN,
        /** It has regular expressions between slashes, and markup. */
        SCRIPT,
        /** A shell's, where what follows {@code <<END} to a line {@code END} is a string. */
        SHELL,
        /** Ruby's, where what follows {@code <<~END} to a line {@code END} is a string. */
        RUBY,
        /** Its code is between {@code <?php} and {@code ?>}; the rest is for people. */
        PAGE
    }

    private static final StringStyle QUOTED = style("\"", Escapes.BACKSLASH, Holes.NONE, false);
    private static final StringStyle SINGLE = style("'", Escapes.BACKSLASH, Holes.NONE, false);

    static final Syntax JAVA =
            slashes(false, List.of(style("\"\"\"", Escapes.BACKSLASH, Holes.NONE, true), QUOTED, SINGLE), Kind.PLAIN);

    static final Syntax KOTLIN = slashes(
            true,
            List.of(
                    style("\"\"\"", Escapes.NONE, Holes.DOLLARS, true),
                    style("\"", Escapes.BACKSLASH, Holes.DOLLARS, false),
                    SINGLE),
            Kind.PLAIN);

    /** JavaScript and TypeScript. */
    static final Syntax SCRIPT = slashes(
            false, List.of(style("`", Escapes.BACKSLASH, Holes.DOLLAR_BRACES, true), QUOTED, SINGLE), Kind.SCRIPT);

    static final Syntax GO =
            slashes(false, List.of(style("`", Escapes.NONE, Holes.NONE, true), QUOTED, SINGLE), Kind.PLAIN);

    static final Syntax C_SHARP = slashes(
            false,
            List.of(
                    new StringStyle("$\"\"\"", "\"\"\"", Escapes.NONE, Holes.BRACES, true),
                    style("\"\"\"", Escapes.NONE, Holes.NONE, true),
                    new StringStyle("$@\"", "\"", Escapes.DOUBLED, Holes.BRACES, true),
                    new StringStyle("@$\"", "\"", Escapes.DOUBLED, Holes.BRACES, true),
                    new StringStyle("@\"", "\"", Escapes.DOUBLED, Holes.NONE, true),
                    new StringStyle("$\"", "\"", Escapes.BACKSLASH, Holes.BRACES, false),
                    QUOTED,
                    SINGLE),
            Kind.PLAIN);

    static final Syntax PHP = new Syntax(
            List.of("//", "#"),
            true,
            false,
            List.of(style("\"", Escapes.BACKSLASH, Holes.PHP, true), style("'", Escapes.BACKSLASH, Holes.NONE, true)),
            List.of("."),
            false,
            Kind.PAGE);

    static final Syntax SHELL = new Syntax(
            List.of("#"),
            false,
            false,
            List.of(style("\"", Escapes.BACKSLASH, Holes.DOLLARS, true), style("'", Escapes.NONE, Holes.NONE, true)),
            List.of(),
            false,
            Kind.SHELL);

    static final Syntax PYTHON = new Syntax(List.of("#"), false, false, python(), List.of("+"), true, Kind.PLAIN);

    static final Syntax RUBY = new Syntax(
            List.of("#"),
            false,
            false,
            List.of(
                    style("\"", Escapes.BACKSLASH, Holes.HASH_BRACES, true),
                    style("'", Escapes.BACKSLASH, Holes.NONE, true)),
            List.of("+"),
            true,
            Kind.RUBY);

    Syntax {
        lineComments = List.copyOf(lineComments);
        strings = List.copyOf(strings);
        joins = List.copyOf(joins);
    }

    /** The characters that strings and comments begin with. */
    String beginnings() {
        StringBuilder beginnings = new StringBuilder(blockComments ? "/" : "");
        lineComments.forEach(comment -> beginnings.append(comment.charAt(0)));
        strings.stream().map(style -> style.open().substring(0, 1)).distinct().forEach(beginnings::append);
        return beginnings.toString();
    }

    private static Syntax slashes(boolean nested, List<StringStyle> strings, Kind kind) {
        return new Syntax(List.of("//"), true, nested, strings, List.of("+"), false, kind);
    }

    private static StringStyle style(String quote, Escapes escapes, Holes holes, boolean lines) {
        return new StringStyle(quote, quote, escapes, holes, lines);
    }

    /** Python's: three quotes or one, of two kinds, after letters that say what a backslash and a brace mean. */
    private static List<StringStyle> python() {
        List<StringStyle> styles = new ArrayList<>();
        for (String quote : List.of("\"\"\"", "'''", "\"", "'")) {
            boolean lines = quote.length() == 3;
            for (String letters : List.of("rf", "fr", "rF", "fR", "Rf", "f", "F")) {
                Escapes escapes = letters.length() == 2 ? Escapes.KEPT_BACKSLASH : Escapes.BACKSLASH;
                styles.add(new StringStyle(letters + quote, quote, escapes, Holes.BRACES, lines));
            }
            for (String letters : List.of("r", "R", "rb", "br", "Rb", "bR", "RB", "BR", "rB", "Br")) {
                styles.add(new StringStyle(letters + quote, quote, Escapes.KEPT_BACKSLASH, Holes.NONE, lines));
            }
            for (String letters : List.of("b", "B", "u", "U", "")) {
                styles.add(new StringStyle(letters + quote, quote, Escapes.BACKSLASH, Holes.NONE, lines));
            }
        }
        return styles;
    }
}
