package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;

/** Who can create an index on a table depends on the table's schema. */
class IndexOwnerRuleTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder().source("main");

    IndexOwnerRuleTest() {
        database.superuser("root");
        database.role("The \"Owner\"");
        database.currentRole("root");
    }

    @Test
    void anOwnerThatMayCreateInTheSourceMayNotInANewSchemaOfAnother() {
        database.schema("main", "app=UC", "=UC");
        database.owner("The \"Owner\"").table("main", "Order Items");
        mapping.tables("My Shop", "Order Items");
        Finding finding = findings().only(FindingCode.OWNER_LACKS_CREATE);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.subject()).isEqualTo("schema \"My Shop\"");
        assertThat(finding.message()).startsWith("1 owner of tables that move there (\"The \"\"Owner\"\"\")");
        assertThat(finding.remedy())
                .isEqualTo("set the schema's owner to 'The \"Owner\"' in the mapping; or let role root"
                        + " or a superuser run after the move:"
                        + " GRANT CREATE ON SCHEMA \"My Shop\" TO \"The \"\"Owner\"\"\";");
    }

    @Test
    void theOwnerOfTheTargetMayCreateThere() {
        database.role("group");
        database.role("member", "group");
        database.schema("main", "app=UC", "=UC");
        database.owner("member").table("main", "a");
        mapping.tables("shop", "a").owner("shop", "group");
        assertThat(findings().subjects(FindingCode.OWNER_LACKS_CREATE)).isEmpty();
    }

    @Test
    void whoMayNotCreateInTheSourceLosesNothing() {
        database.schema("main", "app=UC", "=U");
        database.owner("The \"Owner\"").table("main", "a");
        database.owner("root").table("main", "b");
        mapping.tables("shop", "a", "b");
        assertThat(findings().subjects(FindingCode.OWNER_LACKS_CREATE)).isEmpty();
    }

    @Test
    void anExistingTargetIsAskedWhatItGrants() {
        database.role("other");
        database.schema("main", "app=UC", "=UC");
        database.schema("shop", "app=UC", "The \"Owner\"=UC");
        database.owner("The \"Owner\"").table("main", "a");
        database.owner("other").relation(RelationKind.MATERIALIZED_VIEW, "main", "m");
        mapping.tables("shop", "a").views("shop", "m");
        assertThat(findings().only(FindingCode.OWNER_LACKS_CREATE).remedy())
                .isEqualTo("let role app or a superuser run: GRANT CREATE ON SCHEMA shop TO other;");
    }

    @Test
    void viewsHaveNoIndexes() {
        database.schema("main", "app=UC", "=UC");
        database.owner("The \"Owner\"").view("main", "v");
        mapping.views("shop", "v");
        assertThat(findings().subjects(FindingCode.OWNER_LACKS_CREATE)).isEmpty();
    }

    private Findings findings() {
        return Findings.of(database, mapping);
    }
}
