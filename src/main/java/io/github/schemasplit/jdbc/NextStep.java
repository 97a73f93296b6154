package io.github.schemasplit.jdbc;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a user does about a statement that failed, by the server's SQLSTATE.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error Codes</a>
 */
final class NextStep {
    private static final String CLASH =
            "Something of that name is there already: rename or drop one of the two, then run the goal again.";
    private static final String GONE =
            "The database has changed since it was read: run schema:analyze and then the goal again.";

    private static final Map<String, String> BY_STATE = Map.ofEntries(
            Map.entry(SqlStates.REFUSED, "Connect as the schema's owner, or as a role that may grant on it."),
            Map.entry(
                    SqlStates.ROUTINE_FAILS,
                    "Mend the routine's text by hand, so that it works before and after the change, or set"
                            + " schema.routineBodies to report; then run the goal again."),
            Map.entry(
                    SqlStates.JOB_NOT_ALTERED,
                    "Another's trigger on cron.job may have written over it: disable that meanwhile, or set"
                            + " schema.routineBodies to report; then run the goal again."),
            Map.entry(
                    "42501",
                    "Connect as a role that owns the object and holds CREATE where it goes;"
                            + " schema:analyze prints the GRANT that is missing."),
            Map.entry("42P06", CLASH),
            Map.entry("42P07", CLASH),
            Map.entry("42710", CLASH),
            Map.entry("42723", CLASH),
            Map.entry("3F000", GONE),
            Map.entry("42P01", GONE),
            Map.entry("42704", GONE),
            Map.entry("42883", GONE),
            Map.entry("53200", "Raise the server's max_locks_per_transaction, or map fewer tables at a time."));

    /** In the first line of the context, which is where it failed: no routine has run but those of event triggers. */
    private static final Pattern IN_EVENT_TRIGGER = Pattern.compile("\\A[^\\n]*\\(\\)[^\\n\"]*\\d");

    private NextStep() {}

    static String after(SQLException failure) {
        if (context(failure).filter(c -> IN_EVENT_TRIGGER.matcher(c).find()).isPresent()) {
            return "An event trigger's routine failed. If it names what moves, it can work before and after the change but not"
                    + " within it: disable the event trigger until then (ALTER EVENT TRIGGER … DISABLE), or leave what it names"
                    + " in its schema.";
        }
        String state = String.valueOf(failure.getSQLState());
        if (state.equals(SqlStates.DEPENDENT_OBJECTS_STILL_EXIST)) {
            return "Move or drop what this tool did not put there, then run the goal again. "
                    + detail(failure).orElse("");
        }
        return BY_STATE.getOrDefault(state, "Mend what the message names, then run the goal again.")
                + detail(failure).map(d -> " " + d).orElse("");
    }

    private static Optional<String> context(SQLException failure) {
        return failure instanceof PSQLException server
                ? Optional.ofNullable(server.getServerErrorMessage()).map(ServerErrorMessage::getWhere)
                : Optional.empty();
    }

    private static Optional<String> detail(SQLException failure) {
        return failure instanceof PSQLException server
                ? Optional.ofNullable(server.getServerErrorMessage()).map(ServerErrorMessage::getDetail)
                : Optional.empty();
    }
}
