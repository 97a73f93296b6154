package io.github.schemasplit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.StateChanges;
import io.github.schemasplit.mapping.Access;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Literal;
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
 * @param all whether who migrates may change everybody's lists
 */
record WallTrial(TestDatabase database, Goals goals, Goals superuser, Optional<ClientProgram> dump, boolean all) {
    private static final Pattern ACL = Pattern.compile("\"(rel|nsp|pro|typ|att)acl\": (null|\\[[^]]*])");

    /** What somebody but the owner holds on a table and should not, or does not hold and should: what {@link Walls} and the cases say. */
    private static final String WRONG = """
            WITH held AS (
                SELECT c.oid, a.grantee, a.privilege_type AS privilege, a.is_grantable
                  FROM pg_class AS c
                 CROSS JOIN LATERAL aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) AS a
                 WHERE a.grantee <> c.relowner
                 UNION ALL
                SELECT a.attrelid, x.grantee, 'column ' || x.privilege_type, x.is_grantable
                  FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
                 CROSS JOIN LATERAL aclexplode(a.attacl) AS x
                 WHERE x.grantee <> c.relowner
            ), wanted AS (
                SELECT c.oid, r.oid AS grantee, p.privilege, false AS is_grantable
                  FROM pg_class AS c, pg_roles AS r, (VALUES ('SELECT'), ('INSERT')) AS p (privilege)
                 WHERE r.rolname = %2$s AND r.oid <> c.relowner
            )
            SELECT d.oid::regclass, d.grantee::regrole, d.privilege
              FROM ((TABLE held EXCEPT TABLE wanted) UNION ALL (TABLE wanted EXCEPT TABLE held)) AS d
              JOIN pg_class AS c ON c.oid = d.oid
              JOIN pg_namespace AS n ON n.oid = c.relnamespace
             WHERE n.nspname = %1$s AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            """;

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
                "held behind walls", () -> assertHeldExactly(walls.mapping().orElseThrow()));
        Trial.attempt(
                "plan walls again",
                () -> assertThat(goals.migrate(walls).migration()).isEmpty());
        Trial.attempt("walls rolled back", goals::rollback);
        Trial.attempt(
                "rows after walls",
                () -> assertThat(RawCatalog.difference(before, rowsWithoutAcls()))
                        .isEmpty());
        Trial.attempt("dump after walls", () -> assertThat(dumped()).isEqualTo(dumpedBefore));
        Trial.attempt(
                "access after walls", () -> assertThat(AccessList.of(database)).isEqualTo(open));
        Trial.attempt(
                "states after walls",
                () -> assertThat(StateChanges.between(moved, superuser.states()))
                        .isEmpty());
        return true;
    }

    /** Read from the lists themselves, where the one who migrates may change all of them: besides owners nobody has more, or less. */
    private void assertHeldExactly(Mapping mapping) {
        for (TargetSchema target : mapping.targets()) {
            Access access = target.access().map(Located::value).orElse(null);
            if (access == null || !access.strict() || !all) {
                continue;
            }
            String schema = Literal.of(target.name().value().value()).sql();
            String role = Literal.of(access.usage().get(0).value()).sql();
            assertThat(database.query(WRONG.formatted(schema, role)))
                    .as(target.name().value().sql())
                    .isEmpty();
        }
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
