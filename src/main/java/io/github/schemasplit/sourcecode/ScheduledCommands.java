package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Finds the names in commands that pg_cron and pgTAP are handed as constants: {@code SELECT cron.schedule('0 3 * * *', 'DELETE FROM
 * sessions')}, {@code SELECT lives_ok('DELETE FROM sessions')}.
 *
 * @see <a href="https://github.com/citusdata/pg_cron">pg_cron</a>
 * @see <a href="https://pgtap.org/documentation.html">pgTAP</a>
 */
final class ScheduledCommands {
    /** Routines with the command as the third argument; {@code schedule} has it as the last one. */
    private static final Set<String> THIRD = Set.of("schedule_in_database", "alter_job");

    /** Assertions of pgTAP that are handed a query, or two that are compared. */
    private static final Set<String> ASSERTIONS = Set.of(
            "lives_ok",
            "throws_ok",
            "throws_like",
            "throws_matching",
            "performs_ok",
            "performs_within",
            "is_empty",
            "isnt_empty",
            "results_eq",
            "results_ne",
            "set_eq",
            "set_ne",
            "set_has",
            "set_hasnt",
            "bag_eq",
            "bag_ne",
            "bag_has",
            "bag_hasnt",
            "row_eq");

    private static final List<String> COMPARING = List.of("_eq", "_ne", "_has", "_hasnt");

    private final String sql;
    private final char[] commands;

    private ScheduledCommands(String sql) {
        this.sql = sql;
        this.commands = new char[sql.length()];
        Arrays.fill(commands, ' ');
    }

    /** The names, by their places in the whole text. */
    static List<Reference> in(String sql) {
        if (!sql.contains("cron.") && !PgTapNames.mayBeIn(sql)) {
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
            } else if (tokens.text(i + 1).equals("(") && ASSERTIONS.contains(tokens.text(i))) {
                int queries = COMPARING.stream().anyMatch(tokens.text(i)::endsWith) ? 2 : 1;
                for (SqlTokens.Range argument :
                        tokens.arguments(i + 1).stream().limit(queries).toList()) {
                    if (argument.start() == argument.end()) {
                        command(tokens, argument.start());
                    }
                }
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
