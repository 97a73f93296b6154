package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationRuleTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder();

    @Test
    void tablesThatLeaveAPublishedSchemaAreAddedByName() {
        database.table("a");
        database.publication("My Pub", false, List.of(), "public");
        mapping.tables("shop", "a");
        assertThat(findings().summary())
                .containsExactly(
                        "WARNING SUBSCRIBERS_MUST_FOLLOW publication \"My Pub\"",
                        "INFO PUBLICATION_OF_SCHEMA publication \"My Pub\"");
    }

    @Test
    void onlyTheOwnerOfAPublicationCanAddThem() {
        Relation a = database.table("a");
        database.role("boss");
        database.owner("boss").publication("pub", false, List.of(), "public");
        database.publication("listed", false, List.of(a), "public");
        mapping.tables("shop", "a");
        assertThat(findings().only(FindingCode.PUBLICATION_NOT_OWNED).subject()).isEqualTo("publication pub");
        assertThat(findings().subjects(FindingCode.PUBLICATION_OF_SCHEMA)).isEmpty();
    }

    @Test
    void aTargetSchemaThatIsPublishedPublishesWhatMovesThere() {
        database.table("a");
        database.schema("shop");
        database.publication("pub", false, List.of(), "shop");
        database.publication("two", false, List.of(), "shop", "public");
        mapping.tables("shop", "a");
        assertThat(findings().only(FindingCode.PUBLICATION_GAINS_TABLES).subject())
                .isEqualTo("publication pub");
        assertThat(findings().subjects(FindingCode.SUBSCRIBERS_MUST_FOLLOW)).containsExactly("publication two");
        assertThat(findings().subjects(FindingCode.PUBLICATION_OF_SCHEMA)).isEmpty();
    }

    @Test
    void subscribersOfListedTablesAndOfAllTablesMustFollow() {
        Relation a = database.table("a");
        Relation b = database.table("b");
        database.publication("everything", true, List.of());
        database.publication("listed", false, List.of(a));
        database.publication("other", false, List.of(b));
        mapping.tables("shop", "a");
        assertThat(findings().subjects(FindingCode.SUBSCRIBERS_MUST_FOLLOW))
                .containsExactly("publication everything", "publication listed");
        assertThat(findings().all().stream().filter(f -> f.code() == FindingCode.SUBSCRIBERS_MUST_FOLLOW))
                .extracting(Finding::remedy)
                .allMatch(
                        r -> r.contains("ALTER SUBSCRIPTION … DISABLE;") && r.endsWith("ALTER SUBSCRIPTION … ENABLE;"));
    }

    @Test
    void viewsAreNotPublished() {
        database.view("v", database.table("shop", "t"));
        database.schema("shop");
        database.publication("pub", true, List.of(), "public");
        mapping.tables("shop", "t");
        assertThat(findings().all()).isEmpty();
    }

    private Findings findings() {
        return Findings.of(database, mapping);
    }
}
