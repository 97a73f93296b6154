package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.sql.Identifier;
import java.util.List;

/** What fills the copy that a rehearsal works on. */
public interface CopyContent {
    /** What it is, such as {@code the init scripts}. */
    String describe();

    /** Whether it may make roles; otherwise those that it needs have to be there before. */
    boolean makesRoles();

    /** Whether a role that is there since is one that it made, and not another session. */
    boolean names(Identifier role);

    /**
     * Fills an empty database.
     *
     * @param major the major version of both servers
     * @return what was refused, a clause each
     * @throws GoalStoppedException when it cannot be filled
     */
    List<String> fill(ConnectionSettings copy, int major);
}
