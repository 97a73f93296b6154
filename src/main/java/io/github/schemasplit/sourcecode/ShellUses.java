package io.github.schemasplit.sourcecode;

import java.util.Set;

/** Tells what the strings of a shell are for, by the commands that they are handed to. */
final class ShellUses {
    /** What the clients of other databases are called in a shell, or begin with. */
    private static final Set<String> OTHER_CLIENTS = Set.of(
            "mysql",
            "mariadb",
            "sqlite",
            "bq",
            "clickhouse",
            "duckdb",
            "sqlcmd",
            "snowsql",
            "cqlsh",
            "sqlplus",
            "athena");

    private static final Set<String> OTHER_PROGRAMS =
            Set.of("git", "curl", "wget", "grep", "awk", "sed", "jq", "logger", "printf", "gh", "http");

    private final Code code;

    ShellUses(Code code) {
        this.code = code;
    }

    /** Whether a string of a shell is handed to the client of another database. */
    private boolean isOfOtherClient(int at) {
        for (int i = at; i > 0 && code.isSameLine(i - 1, i) && !code.is(i - 1, ";") && !code.is(i - 1, "|"); i--) {
            String word = code.text(i - 1);
            if (code.is(i - 1, "psql")) {
                return false;
            }
            if (OTHER_PROGRAMS.contains(word) || OTHER_CLIENTS.stream().anyMatch(word::startsWith)) {
                return true;
            }
        }
        return false;
    }

    /** What a string of a shell is for: psql takes SQL after {@code -c}, and scripts. */
    StringUse of(int at) {
        if (isOfOtherClient(at)) {
            return StringUse.PROSE;
        }
        Literal literal = code.literal(at);
        if (literal != null && literal.quote().isEmpty()) {
            for (int i = at - 1; i >= 0 && i > at - 40; i--) {
                if (code.is(i, "psql")) {
                    return StringUse.SCRIPT;
                }
            }
            return StringUse.UNKNOWN;
        }
        boolean command = code.is(at - 1, "c") || code.is(at - 1, "command");
        return command && (code.is(at - 2, "-") || code.is(at - 2, "--"))
                ? StringUse.SQL
                : isSaidInShell(at) ? StringUse.PROSE : StringUse.UNKNOWN;
    }

    /** Whether a string is a command for another shell: after {@code sh -c} or {@code ssh host}, or in a list as containers have it. */
    boolean isCommand(int at) {
        Literal literal = code.literal(at);
        if (literal == null || !literal.value().contains("psql") || isOfOtherClient(at)) {
            return false;
        }
        boolean listed = code.is(at - 1, ",") && code.is(code.enclosing(at), "[");
        boolean option = code.text(at - 1).endsWith("c") && code.is(at - 2, "-");
        for (int i = at; i > 0 && code.isSameLine(i - 1, i); i--) {
            listed |= code.is(i - 1, "ssh");
        }
        return listed || option;
    }

    /** Whether a string is shown to people, and not handed on to psql. */
    private boolean isSaidInShell(int at) {
        boolean piped = code.is(at + 1, "|") && code.is(at + 2, "psql");
        return code.is(at - 1, "echo") && !piped;
    }
}
