package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.Set;

/** Lists the tables that PostgreSQL's programs take in a shell: {@code pg_dump -t orders}. */
final class ShellCommands {
    private static final Set<String> PROGRAMS = Set.of("pg_dump", "pg_restore", "vacuumdb", "reindexdb", "clusterdb");

    private final Code code;
    private final MovedNames names;
    private final Findings findings;

    ShellCommands(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.names = names;
        this.findings = findings;
    }

    void read() {
        for (int i = 0; i < code.size(); i++) {
            if (PROGRAMS.contains(code.text(i))) {
                command(i);
            }
        }
    }

    /** A command ends with its line, unless a backslash is at its end. */
    private void command(int program) {
        for (int i = program + 1; i < code.size() && !endsBefore(i); i++) {
            boolean option = code.is(i, "t") || code.is(i, "table");
            if (option && (code.is(i - 1, "-") || code.is(i - 1, "--"))) {
                name(code.is(i + 1, "=") ? i + 2 : i + 1);
            }
        }
    }

    private boolean endsBefore(int i) {
        String between = code.source()
                .text()
                .substring(code.lexeme(i - 1).end(), code.lexeme(i).start());
        return between.indexOf('\n') >= 0 && !code.is(i - 1, "\\") || code.is(i, ";") || code.is(i, "|");
    }

    private void name(int i) {
        boolean qualified = code.is(i, names.source().value()) && code.is(i + 1, ".");
        int at = qualified ? i + 2 : i;
        Literal literal = code.literal(at);
        String written = literal == null ? code.text(at) : literal.value();
        String old = names.source().value() + ".";
        String table = written.startsWith(old) ? written.substring(old.length()) : written;
        if (!qualified && code.is(at + 1, ".")) {
            return;
        }
        names.relation(table)
                .ifPresent(target -> findings.report(
                        code.lexeme(at).start(),
                        Kind.SQL,
                        new Moved(table, target),
                        "a program is told the table: the schema belongs before it"));
    }
}
