package io.github.schemasplit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.StateChanges;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.AccessList;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.usecase.GoalStoppedException;
import io.github.schemasplit.usecase.Goals;
import io.github.schemasplit.usecase.Migrate;
import io.github.schemasplit.verify.Expectation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The property of what a mapping says of access and row security, once all is in its place.
 *
 * @param goals those of who migrates
 * @param superuser those of who sees all
 * @param dump compares dumps too
 */
record WallTrial(TestDatabase database, Goals goals, Goals superuser, Optional<ClientProgram> dump) {
    private static final Pattern ACL = Pattern.compile("\"(rel|nsp|pro|typ|att)acl\": (null|\\[[^]]*])");

    private static final Pattern OID = Pattern.compile("\"oid\": \"\\d+\"");

    /** Access and row security become what the mapping says, and come back as they were; or they are refused, and nothing changes. */
    boolean run(ParsedMapping walls) {
        Trial.attempt("mapping with walls", () -> assertThat(walls.problems()).isEmpty());
        List<String> before = rowsWithoutAcls();
        Optional<String> dumpedBefore = dumped();
        Set<String> open = AccessList.of(database);
        ObjectStates moved = superuser.states();
        Migrate.Result result;
        try {
            result = goals.migrate(walls);
        } catch (GoalStoppedException e) {
            Trial.attempt("walls refused", () -> {
                assertThat(e.findings()).as(e.getMessage()).anyMatch(Finding::isError);
                assertThat(RawCatalog.difference(before, rowsWithoutAcls())).isEmpty();
            });
            return false;
        } catch (RuntimeException e) {
            throw new TrialFailure("walls", e);
        }
        if (result.migration().isEmpty()) {
            return false;
        }
        Trial.attempt(
                "verify walls",
                () -> assertThat(goals.verify(walls, Expectation.MIGRATED).findings())
                        .isEmpty());
        Trial.attempt(
                "plan walls again",
                () -> assertThat(goals.migrate(walls).migration()).isEmpty());
        Trial.attempt("walls rolled back", goals::rollback);
        Trial.attempt(
                "rows after walls",
                () -> assertThat(RawCatalog.difference(before, rowsWithoutAcls()))
                        .isEmpty());
        Trial.attempt(
                "access after walls", () -> assertThat(AccessList.of(database)).isEqualTo(open));
        Trial.attempt(
                "states after walls",
                () -> assertThat(StateChanges.between(moved, superuser.states()))
                        .isEmpty());
        return true;
    }

    private List<String> rowsWithoutAcls() {
        return withoutAcls(RawCatalog.rowsBesideJournal(database));
    }

    private Optional<String> dumped() {
        return dump.map(d -> d.schemaDump(database, Goals.JOURNAL));
    }

    /**
     * A list that stood for the server's own is written out afterwards, and default privileges that were taken and given back have
     * another OID; what they give is looked at apart.
     */
    static List<String> withoutAcls(List<String> rows) {
        return rows.stream()
                .filter(row -> !row.contains("\"classid\": \"826\""))
                .map(row -> ACL.matcher(row).replaceAll(""))
                .map(row -> row.startsWith("pg_default_acl") ? OID.matcher(row).replaceFirst("") : row)
                .toList();
    }
}
