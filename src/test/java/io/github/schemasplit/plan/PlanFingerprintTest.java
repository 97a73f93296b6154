package io.github.schemasplit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SearchPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanFingerprintTest {
    @Test
    void dependsOnStatementsAndIdentitiesAndTheirOrder() {
        PlanFingerprint fingerprint = of(move(1, "a", "why"), move(2, "b", "why"));

        assertThat(fingerprint.sha256()).matches("[0-9a-f]{64}");
        assertThat(of(move(1, "a", "why"), move(2, "b", "why"))).isEqualTo(fingerprint);
        assertThat(of(move(2, "b", "why"), move(1, "a", "why"))).isNotEqualTo(fingerprint);
        assertThat(of(move(1, "a", "why"), move(3, "b", "why"))).isNotEqualTo(fingerprint);
        assertThat(of(move(1, "a", "why"), move(2, "c", "why"))).isNotEqualTo(fingerprint);
    }

    @Test
    void dependsOnTheRoutineAndItsBodies() {
        PlanFingerprint fingerprint = of(body(1, "a", "b"));
        assertThat(of(body(1, "a", "b"))).isEqualTo(fingerprint);
        assertThat(of(body(2, "a", "b"))).isNotEqualTo(fingerprint);
        assertThat(of(body(1, "c", "b"))).isNotEqualTo(fingerprint);
        assertThat(of(body(1, "a", "c"))).isNotEqualTo(fingerprint);
    }

    @Test
    void dependsOnTheRoutineAndItsPaths() {
        PlanFingerprint fingerprint = of(path(1, "a", "b"));
        assertThat(of(path(1, "a", "b"))).isEqualTo(fingerprint);
        assertThat(of(path(2, "a", "b"))).isNotEqualTo(fingerprint);
        assertThat(of(path(1, "c", "b"))).isNotEqualTo(fingerprint);
        assertThat(of(path(1, "a", "c"))).isNotEqualTo(fingerprint);
    }

    @Test
    void dependsOnTheJobAndItsCommands() {
        PlanFingerprint fingerprint = of(job(1, "a", "b"));
        assertThat(of(job(1, "a", "b"))).isEqualTo(fingerprint);
        assertThat(of(job(2, "a", "b"))).isNotEqualTo(fingerprint);
        assertThat(of(job(1, "c", "b"))).isNotEqualTo(fingerprint);
        assertThat(of(job(1, "a", "c"))).isNotEqualTo(fingerprint);
    }

    private static AlterJob job(long id, String from, String to) {
        return new AlterJob(id, Optional.empty(), from, to, "");
    }

    private static AlterRoutine path(long oid, String from, String to) {
        return new AlterRoutine(
                Movable.FUNCTION,
                new ObjectId(Catalog.PG_PROC, oid),
                QualifiedName.of("public", "f"),
                "",
                Optional.of(new SearchPath(List.of(Identifier.of(from)))),
                Optional.of(new SearchPath(List.of(Identifier.of(to)))),
                "");
    }

    private static ReplaceRoutine body(long oid, String from, String to) {
        return new ReplaceRoutine(
                Movable.FUNCTION,
                new ObjectId(Catalog.PG_PROC, oid),
                QualifiedName.of("public", "f"),
                "",
                "CREATE OR REPLACE FUNCTION public.f()\nAS ",
                List.of(),
                from,
                to,
                "");
    }

    @Test
    void doesNotDependOnReasons() {
        assertThat(of(move(1, "a", "why"))).isEqualTo(of(move(1, "a", "for another reason")));
    }

    private static PlanFingerprint of(Operation... operations) {
        return PlanFingerprint.of(new Plan(List.of(operations)));
    }

    private static AlterSetSchema move(long oid, String name, String reason) {
        return new AlterSetSchema(
                Movable.TABLE,
                ObjectId.relation(oid),
                QualifiedName.of("public", name),
                "",
                Identifier.of("shop"),
                reason);
    }
}
