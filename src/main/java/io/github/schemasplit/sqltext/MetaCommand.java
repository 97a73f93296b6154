package io.github.schemasplit.sqltext;

import java.util.Set;

/** A backslash command of psql, as a script holds it. */
record MetaCommand(String name) {
    /** What pg_dump brackets its output with; it means nothing outside of psql. */
    private static final Set<String> IGNORED = Set.of("\\restrict", "\\unrestrict");

    /** The command that begins at {@code start} with a backslash. */
    static MetaCommand at(String script, int start) {
        int end = start + 1;
        while (end < script.length() && !Chars.isSpace(script.charAt(end))) {
            end++;
        }
        return new MetaCommand(script.substring(start, end));
    }

    boolean isIgnored() {
        return IGNORED.contains(name);
    }

    /** Why it cannot be run, and what to do instead. */
    String advice() {
        return "psql command " + name + " cannot be run here: "
                + switch (name) {
                    case "\\c", "\\connect" ->
                        "a script runs in one database; dump without --create, or remove the line";
                    case "\\i", "\\ir", "\\include", "\\include_relative" ->
                        "list the included file by itself, at its place in the order";
                    case "\\copy" -> "write COPY … FROM stdin with the rows and a line \\. after it";
                    case "\\set", "\\gset" -> "write the value where the variable is used";
                    case "\\g", "\\gx" -> "end the statement with a semicolon";
                    case "\\gexec" -> "use a DO block with EXECUTE";
                    case "\\." -> "there is no COPY … FROM stdin; before it whose rows it could end; remove the line";
                    default -> "scripts are run by the server alone, not by psql; remove the line";
                };
    }
}
