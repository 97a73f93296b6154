package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.plan.Scenario;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.util.List;

/** What a publication publishes when it has a schema and lists a table of it with a row filter. */
class PublicationFilterRuleTest {
    private static final String MAPPING = "schemas: { 'The \"Shop\"': { tables: ['Order Items'] } }";
    private static final String PUBLISHED =
            "SELECT schemaname, rowfilter FROM pg_publication_tables WHERE tablename = 'Order Items'";

    @PostgresTest
    void aFilterThatDidNotCountWouldBeginTo(TestDatabase database) {
        assumeThat(database.server().major()).isGreaterThanOrEqualTo(15);
        database.execute("CREATE TABLE \"Order Items\" (id int PRIMARY KEY);"
                + "CREATE PUBLICATION \"P %s\" FOR TABLES IN SCHEMA public, TABLE \"Order Items\" WHERE (id > 10)");
        Scenario scenario = new Scenario(database, MAPPING);

        Finding finding = findings(scenario).only(FindingCode.PUBLICATION_FILTER_CHANGES);

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.subject()).isEqualTo("publication \"P %s\"");
        database.execute(finding.remedy().substring(finding.remedy().indexOf("ALTER")));
        assertThat(findings(scenario).subjects(FindingCode.PUBLICATION_FILTER_CHANGES))
                .isEmpty();
        scenario.assertTriad();
        assertThat(database.query(PUBLISHED)).containsExactly("public|null");
        scenario.execute(scenario.plan());
        assertThat(database.query(PUBLISHED)).containsExactly("The \"Shop\"|null");
    }

    @PostgresTest
    void aFilterThatCountsWouldCeaseTo(TestDatabase database) {
        assumeThat(database.server().major()).isGreaterThanOrEqualTo(15);
        database.execute("CREATE TABLE \"Order Items\" (id int PRIMARY KEY); CREATE SCHEMA \"The \"\"Shop\"\"\";"
                + "CREATE PUBLICATION p FOR TABLES IN SCHEMA \"The \"\"Shop\"\"\", TABLE \"Order Items\" WHERE (id > 10);"
                + "CREATE PUBLICATION q FOR TABLE \"Order Items\" WHERE (id > 10)");
        Scenario scenario = new Scenario(database, MAPPING);

        assertThat(findings(scenario)
                        .only(FindingCode.PUBLICATION_FILTER_CHANGES)
                        .message())
                .endsWith("where filters do not count: after the move it would publish every row");
        assertThat(findings(scenario).subjects(FindingCode.PUBLICATION_FILTER_CHANGES))
                .isEqualTo(List.of("publication p"));
    }

    private static Findings findings(Scenario scenario) {
        MappingBuilder mapping = new MappingBuilder().tables("The \"Shop\"", "Order Items");
        return Findings.of(Assigner.assign(scenario.snapshot(), mapping.build()));
    }
}
