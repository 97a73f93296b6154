package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecuredOldNameRuleTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder().tables("shop", "Order \"Items\"", "open");

    @Test
    void anOldNameThatPassesByRowSecurityEndsBeforeItIsEnabled() {
        database.schema("shop");
        for (String name : List.of("Order \"Items\"", "open")) {
            Relation table = database.table("shop", name);
            database.comment(database.view(name, table), CompatibilityViews.comment(table.name()));
        }
        mapping.rowSecurity("shop", List.of("Order*"), List.of("open"));

        Finding finding = Findings.of(database, mapping).only(FindingCode.OLD_NAME_SHOWS_ROWS);
        assertThat(finding.isError()).isTrue();
        assertThat(finding.subject()).isEqualTo("view public.\"Order \"\"Items\"\"\"");
        assertThat(finding.remedy()).contains("-Dschema.contract.names=Order \"Items\" first");
        assertThat(finding.origin()).isPresent();
    }
}
