package io.github.schemasplit.analysis;

import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Statements that are all alike, as remedies say them: so many that a screen holds them. The next run tells of those that are left. */
final class Run {
    private static final int MOST = 30;

    private Run() {}

    static String all(Collection<Statement> statements) {
        List<String> shown = new ArrayList<>();
        for (Statement statement : statements) {
            if (shown.size() < MOST) {
                shown.add(statement.sql() + ";");
            }
        }
        int more = statements.size() - shown.size();
        return String.join(" ", shown) + (more > 0 ? " and " + more + " more, which the next run tells" : "");
    }
}
