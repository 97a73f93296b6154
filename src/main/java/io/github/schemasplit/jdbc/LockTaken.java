package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a relation that a statement of a change took, and no statement before it.
 *
 * @param statement the statement
 * @param relation the relation, by its name after the statement
 * @param mode the lock's mode as {@code pg_locks} has it, such as {@code AccessExclusiveLock}
 */
public record LockTaken(String statement, QualifiedName relation, String mode) {
    private static final int PARTS = 4;

    /** What the setting holds that a watch leaves; nothing where there was none. */
    static List<LockTaken> of(@Nullable String setting) {
        if (setting == null || setting.isEmpty()) {
            return List.of();
        }
        List<String> parts = Executed.strings(setting);
        List<LockTaken> locks = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += PARTS) {
            locks.add(new LockTaken(
                    parts.get(i).replaceAll(" /\\* \\d+ \\*/$", ""),
                    new QualifiedName(Identifier.of(parts.get(i + 1)), Identifier.of(parts.get(i + 2))),
                    parts.get(i + 3)));
        }
        return locks;
    }

    /** Whether it keeps everybody else away, readers too. */
    public boolean isExclusive() {
        return mode.equals("AccessExclusiveLock");
    }
}
