package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;

/** What the connecting role may not do with routines that are to be mended. */
class RoutineRightsRuleTest {
    private static final String NAMING = "BEGIN DELETE FROM public.orders; END";

    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping =
            new MappingBuilder().tables("shop", "orders").routineBodies(RoutineBodies.REWRITE);

    @Test
    void aRoutineOfAnotherRoleThatNamesWhatMovesIsTold() {
        database.role("boss");
        database.table("orders");
        database.owner("boss").routine("public", "f", "integer", NAMING);
        database.routine("public", "g", "", "BEGIN DELETE FROM users; END");
        Finding finding = findings().only(FindingCode.ROUTINE_RIGHTS_MISSING);
        assertThat(finding.isError()).isTrue();
        assertThat(finding.subject()).isEqualTo("routine public.f(integer)");
        assertThat(finding.message()).endsWith("role app may not replace it: it belongs to role boss");
        assertThat(finding.remedy()).contains("GRANT boss TO app;").contains("schema.routineBodies=report");
        mapping.routineBodies(RoutineBodies.REPORT);
        assertThat(findings().subjects(FindingCode.ROUTINE_RIGHTS_MISSING)).isEmpty();
    }

    @Test
    void aRoutineNeedsCreateOnItsSchema() {
        database.role("boss");
        database.table("orders");
        database.owner("boss").schema("api", "boss=UC", "app=U");
        database.owner("app").routine("api", "f", "", NAMING);
        assertThat(findings().only(FindingCode.ROUTINE_RIGHTS_MISSING).remedy())
                .contains("GRANT CREATE ON SCHEMA api TO app;");
    }

    @Test
    void aSuperuserLacksNothing() {
        database.superuser("postgres");
        database.currentRole("postgres").table("orders");
        database.routine("public", "f", "", NAMING);
        assertThat(findings().subjects(FindingCode.ROUTINE_RIGHTS_MISSING)).isEmpty();
    }

    @Test
    void nothingMovesWhereTheMappingSaysSo() {
        database.table("orders");
        database.routine("public", "f", "", NAMING);
        database.routine(
                "public", "g", "", "BEGIN EXECUTE format('DELETE FROM %I.orders', x); END", "search_path=public");
        mapping.routineBodies(RoutineBodies.FAIL);
        assertThat(findings().only(FindingCode.ROUTINE_NAMES_MOVED_OBJECT).isError())
                .isTrue();
        assertThat(findings().only(FindingCode.ROUTINE_NEEDS_A_PERSON).isError())
                .isTrue();
    }

    private Findings findings() {
        return Findings.of(database, mapping);
    }
}
