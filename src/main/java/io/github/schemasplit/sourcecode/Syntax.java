package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.StringStyle.Escapes;
import io.github.schemasplit.sourcecode.StringStyle.Holes;
import java.util.List;

/**
 * How the code of a language is told from its comments and strings.
 *
 * @param lineComments what begins a comment to the end of the line
 * @param nestedComments whether comments between {@code /*} and its end may hold others; those that do not are known to all
 * @param blockComments whether there are such comments at all
 * @param strings the ways to write strings, of those that begin alike the longer one first
 * @param joins the operators that put strings together
 * @param script whether it has regular expressions between slashes, and markup
 */
record Syntax(
        List<String> lineComments,
        boolean blockComments,
        boolean nestedComments,
        List<StringStyle> strings,
        List<String> joins,
        boolean script) {
    static final Syntax JAVA = new Syntax(
            List.of("//"),
            true,
            false,
            List.of(
                    new StringStyle("\"\"\"", "\"\"\"", Escapes.BACKSLASH, Holes.NONE, true),
                    new StringStyle("\"", "\"", Escapes.BACKSLASH, Holes.NONE, false),
                    new StringStyle("'", "'", Escapes.BACKSLASH, Holes.NONE, false)),
            List.of("+"),
            false);

    static final Syntax KOTLIN = new Syntax(
            List.of("//"),
            true,
            true,
            List.of(
                    new StringStyle("\"\"\"", "\"\"\"", Escapes.NONE, Holes.DOLLARS, true),
                    new StringStyle("\"", "\"", Escapes.BACKSLASH, Holes.DOLLARS, false),
                    new StringStyle("'", "'", Escapes.BACKSLASH, Holes.NONE, false)),
            List.of("+"),
            false);

    /** JavaScript and TypeScript. */
    static final Syntax SCRIPT = new Syntax(
            List.of("//"),
            true,
            false,
            List.of(
                    new StringStyle("`", "`", Escapes.BACKSLASH, Holes.DOLLAR_BRACES, true),
                    new StringStyle("\"", "\"", Escapes.BACKSLASH, Holes.NONE, false),
                    new StringStyle("'", "'", Escapes.BACKSLASH, Holes.NONE, false)),
            List.of("+"),
            true);

    Syntax {
        lineComments = List.copyOf(lineComments);
        strings = List.copyOf(strings);
        joins = List.copyOf(joins);
    }
}
