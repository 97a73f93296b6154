package io.github.schemasplit.analysis;

import io.github.schemasplit.sql.Statement;
import java.util.Collection;
import java.util.stream.Collectors;

/** Statements that are all alike, as remedies say them: so many that a screen holds them. The next run tells of those that are left. */
final class Run {
    private static final int MOST = 30;

    private Run() {}

    static String all(Collection<Statement> statements) {
        String shown = statements.stream().limit(MOST).map(s -> s.sql() + ";").collect(Collectors.joining(" "));
        int more = statements.size() - MOST;
        return more > 0 ? shown + " and " + more + " more, which the next run tells" : shown;
    }
}
