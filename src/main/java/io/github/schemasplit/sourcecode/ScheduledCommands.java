package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
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
    private final char[] commands;

    private ScheduledCommands(String sql) {
        this.sql = sql;
        this.commands = new char[sql.length()];
        Arrays.fill(commands, ' ');
    }

    /** The names, by their places in the whole text. */
    static List<Reference> in(String sql) {
        if (!sql.contains("cron.")) {
            return List.of();
        }
        ScheduledCommands scheduled = new ScheduledCommands(sql);
        scheduled.read(new SqlTokens.Range(0, sql.length()));
        return References.ofStatements(new String(scheduled.commands), StringSyntax.STANDARD);
    }

    private void read(SqlTokens.Range part) {
        SqlTokens tokens = new SqlTokens(sql, part);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isInDollars(i)) {
                read(tokens.content(i));
            } else if (tokens.text(i).equals("cron") && tokens.text(i + 1).equals(".")) {
                call(tokens, i + 2);
            }
        }
    }

    private void call(SqlTokens tokens, int routine) {
        boolean third = THIRD.contains(tokens.text(routine));
        if (tokens.text(routine + 1).equals("(")
                && (third || tokens.text(routine).equals("schedule"))) {
            List<SqlTokens.Range> arguments = tokens.arguments(routine + 1);
            int number = third ? 2 : arguments.size() - 1;
            if (number >= 0 && number < arguments.size()) {
                command(tokens, arguments.get(number).end());
            }
        }
    }

    /** Puts a command where it stands, without what is around it. */
    private void command(SqlTokens tokens, int i) {
        if (!tokens.isString(i) && !tokens.isInDollars(i)) {
            return;
        }
        SqlTokens.Range place = tokens.content(i);
        String command = sql.substring(place.start(), place.end());
        // A quote that is written twice is one, with a blank that keeps all else at its place.
        String read = tokens.isInDollars(i) ? command : command.replace("''", "' ");
        read.getChars(0, read.length(), commands, place.start());
        commands[place.end()] = ';';
    }
}
