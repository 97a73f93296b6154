package io.github.schemasplit.staging;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.sql.Identifier;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A database that nobody else uses. It is there until it is closed, or until the process ends, however it ends. */
public interface DisposableDatabase extends AutoCloseable {
    /** How to reach it, as a role that may do everything there. */
    ConnectionSettings settings();

    /** Whether the server goes with it, so that its roles are nobody else's either. */
    boolean ownsServer();

    /**
     * Says which roles were made for it. Roles belong to the server: where that stays, these are dropped with the database.
     *
     * @param roles their names
     */
    void owns(Collection<Identifier> roles);

    /**
     * Does work that may set something for roles which are not its own, as scripts do. Where the server stays, what they are set to by
     * then is taken back with the database; what somebody else sets is not.
     *
     * @param roles those that it may be about
     */
    default <T> T setting(Predicate<Identifier> roles, Supplier<T> work) {
        return work.get();
    }

    /** Does away with it. A second call does nothing. */
    @Override
    void close();
}
