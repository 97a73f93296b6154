package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * {@code ALTER FUNCTION … SET search_path}: gives a routine another search_path, its first or none.
 *
 * <p>SET of a setting that is there keeps its place among the others, and a new one is their last; so RESET of what SET has added
 * is exact, whatever else was set before.
 *
 * @param kind what kind of routine
 * @param routine its identity
 * @param name its name
 * @param arguments its identity arguments, as the server prints them
 * @param from its own search_path before; empty for none
 * @param to its own search_path after; empty for none
 * @param reason why
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterfunction.html">ALTER FUNCTION</a>
 */
public record AlterRoutine(
        Movable kind,
        ObjectId routine,
        QualifiedName name,
        String arguments,
        Optional<SearchPath> from,
        Optional<SearchPath> to,
        String reason)
        implements RoutineOperation {
    /** What makes the server keep a path as it is written. */
    static final List<String> SETTINGS = List.of("quote_all_identifiers = off");

    /** The change of a routine of a snapshot. */
    static AlterRoutine of(Routine routine, SearchPath to, String reason) {
        return new AlterRoutine(
                Movable.of(routine),
                routine.id(),
                routine.name(),
                routine.identityArguments(),
                SearchPath.in(routine.settings()),
                Optional.of(to),
                reason);
    }

    @Override
    public AlterRoutine of(Routine other, Snapshot snapshot) {
        return new AlterRoutine(
                Movable.of(other), other.id(), other.name(), other.identityArguments(), from, to, reason);
    }

    @Override
    public AlterRoutine of(ObjectId other) {
        return new AlterRoutine(kind, other, name, arguments, from, to, reason);
    }

    @Override
    public Statement statement() {
        return to.map(path ->
                        Statement.of("ALTER %s %s SET search_path TO %s", kind, kind.signature(name, arguments), path))
                .orElseGet(() -> Statement.of("ALTER %s %s RESET search_path", kind, kind.signature(name, arguments)));
    }

    @Override
    public String aspect() {
        return "search_path";
    }

    @Override
    public String bond() {
        return "by which it may find";
    }

    @Override
    public String before() {
        return from.map(SearchPath::setting).orElse("");
    }

    @Override
    public boolean isBefore(Routine other) {
        return SearchPath.in(other.settings()).equals(from);
    }

    @Override
    public boolean isAfter(Routine other) {
        return SearchPath.in(other.settings()).equals(to);
    }

    @Override
    public AlterRoutine inverse() {
        return new AlterRoutine(kind, routine, name, arguments, to, from, reason);
    }
}
