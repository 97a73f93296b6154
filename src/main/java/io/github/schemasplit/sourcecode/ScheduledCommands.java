package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sqltext.Lexer;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.Token;
import io.github.schemasplit.sqltext.TokenKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Finds the names in commands that pg_cron is handed as constants: {@code SELECT cron.schedule('0 3 * * *', 'DELETE FROM sessions')}.
 *
 * @see <a href="https://github.com/citusdata/pg_cron">pg_cron</a>
 */
final class ScheduledCommands {
    /** Routines with the command as the third argument; {@code schedule} has it as the last one. */
    private static final Set<String> THIRD = Set.of("schedule_in_database", "alter_job");

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private final char[] commands;

    private ScheduledCommands(String sql) {
        this.sql = sql;
        this.commands = new char[sql.length()];
        Arrays.fill(commands, ' ');
        Lexer lexer = new Lexer(sql, StringSyntax.STANDARD);
        while (lexer.hasNext()) {
            Token token = lexer.next();
            if (!token.kind().isBlank()) {
                tokens.add(token);
            }
        }
    }

    /** The names, by their places in the whole text. */
    static List<Reference> in(String sql) {
        if (!sql.contains("cron.")) {
            return List.of();
        }
        ScheduledCommands scheduled = new ScheduledCommands(sql);
        for (int i = 0; i < scheduled.tokens.size(); i++) {
            scheduled.call(i);
        }
        return References.ofStatements(new String(scheduled.commands), StringSyntax.STANDARD);
    }

    private void call(int i) {
        String routine = text(i + 2);
        boolean third = THIRD.contains(routine);
        if (text(i).equals("cron")
                && text(i + 1).equals(".")
                && text(i + 3).equals("(")
                && (third || routine.equals("schedule"))) {
            List<Integer> ends = ends(i + 4);
            int argument = third ? 2 : ends.size() - 1;
            if (argument < ends.size()) {
                command(ends.get(argument));
            }
        }
    }

    /** The last piece of each argument. */
    private List<Integer> ends(int first) {
        List<Integer> ends = new ArrayList<>();
        int open = 0;
        for (int i = first; i < tokens.size() && open >= 0; i++) {
            String text = text(i);
            open += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (open < 0 || open == 0 && text.equals(",")) {
                ends.add(i - 1);
            }
        }
        return ends;
    }

    /** Puts a command where it stands, without what is around it. */
    private void command(int i) {
        Token token = tokens.get(i);
        boolean dollars = token.kind() == TokenKind.DOLLAR_STRING;
        if (!dollars && token.kind() != TokenKind.STRING || sql.charAt(token.start()) == 'N') {
            return;
        }
        int quote = dollars ? sql.indexOf('$', token.start() + 1) + 1 - token.start() : 1;
        int start = token.start() + quote;
        int end = token.end() - quote;
        String command = sql.substring(start, end);
        // A quote that is written twice is one, with a blank that keeps all else at its place.
        String read = dollars ? command : command.replace("''", "' ");
        read.getChars(0, read.length(), commands, start);
        commands[end] = ';';
    }

    private String text(int i) {
        return i < tokens.size() ? tokens.get(i).text(sql) : "";
    }
}
