package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.ConnectionSettings;
import java.util.List;

/** What fills the copy that a rehearsal works on. */
public interface CopyContent {
    /** What it is, such as {@code the init scripts}. */
    String describe();

    /** Whether it brings the roles that it needs; otherwise they have to be there before. */
    boolean bringsRoles();

    /**
     * Fills an empty database.
     *
     * @param major the major version of both servers
     * @return what was refused, a clause each
     * @throws GoalStoppedException when it cannot be filled
     */
    List<String> fill(ConnectionSettings copy, int major);
}
