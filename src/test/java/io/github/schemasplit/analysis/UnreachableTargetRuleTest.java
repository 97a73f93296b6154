package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;

/** A database of which somebody moved a part by hand. */
class UnreachableTargetRuleTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder().source("main");

    @Test
    void rolesThatUsedWhatWasMovedByHandAreNamed() {
        database.role("reader");
        database.role("The \"Member\"", "reader");
        database.role("stranger");
        database.role("boss");
        database.schema("main", "app=UC", "=U");
        database.schema("My Shop", "app=UC");
        database.owner("boss");
        database.grant(database.table("My Shop", "Order Items"), "boss=ar", "reader=r", "The \"Member\"=w");
        mapping.tables("My Shop", "Order Items");

        Finding finding = findings().only(FindingCode.TARGET_NOT_REACHABLE);

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.subject()).isEqualTo("schema \"My Shop\"");
        assertThat(finding.message())
                .startsWith("3 roles (\"The \"\"Member\"\"\", boss, reader) may use 1 object that moved there earlier"
                        + " (table \"My Shop\".\"Order Items\"), but can not reach it");
        assertThat(finding.remedy())
                .isEqualTo("if it is not meant, let role app or a superuser run:"
                        + " GRANT USAGE ON SCHEMA \"My Shop\" TO \"The \"\"Member\"\"\", boss, reader;");
    }

    @Test
    void aMemberNeedsNoGrantOfItsOwn() {
        database.role("reader");
        database.role("member", "reader");
        database.schema("main", "app=UC", "=U");
        database.schema("shop", "app=UC");
        database.grantOnColumn(database.table("shop", "a"), "reader=r");
        mapping.tables("shop", "a");
        assertThat(findings().only(FindingCode.TARGET_NOT_REACHABLE).remedy()).endsWith("SCHEMA shop TO reader;");
    }

    @Test
    void whoNeverReachedTheSourceLosesNothing() {
        database.role("reader");
        database.schema("main", "app=UC");
        database.schema("shop", "app=UC");
        database.grant(database.table("shop", "a"), "reader=r");
        mapping.tables("shop", "a");
        assertThat(findings().all()).isEmpty();
    }

    @Test
    void whomThePlanGrantsUsageIsNotWarnedOf() {
        database.role("reader");
        database.schema("main", "app=UC", "reader=U");
        database.schema("shop", "app=UC");
        database.grant(database.table("shop", "a"), "reader=r");
        database.grant(database.table("main", "b"), "reader=r");
        mapping.tables("shop", "a", "b");
        assertThat(findings().subjects(FindingCode.TARGET_NOT_REACHABLE)).isEmpty();
    }

    @Test
    void thatRoutinesAndTypesAreOpenByDefaultDoesNotCount() {
        database.role("reader");
        database.schema("main", "app=UC", "=U");
        database.schema("shop", "app=UC");
        database.routine("shop", "f", "", "");
        database.type("shop", "status", 'e');
        mapping.routines("shop", "f").types("shop", "status");
        assertThat(findings().all()).isEmpty();
    }

    @Test
    void whatIsOpenToEverybodyCountsForEverybody() {
        database.role("reader");
        database.schema("main", "app=UC", "=U");
        database.schema("shop", "app=UC");
        database.grant(database.table("shop", "a"), "=r");
        mapping.tables("shop", "a");
        assertThat(findings().only(FindingCode.TARGET_NOT_REACHABLE).remedy()).endsWith("SCHEMA shop TO reader;");
    }

    private Findings findings() {
        return Findings.of(database, mapping);
    }
}
