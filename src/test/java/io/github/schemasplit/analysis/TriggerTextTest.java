package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.plan.Scenario;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.util.List;

/** What triggers give their routines, and what webhooks send. */
class TriggerTextTest {
    private static final String MAPPING = "schemas: { My Shop: { tables: [orders, größe] } }";
    /** Where in a statement an expression stood is no part of it. */
    private static final String WITHOUT_ARGUMENTS =
            "SELECT oid, tgtype, tgenabled, regexp_replace(tgqual::text, ':location -?[0-9]+', '', 'g') FROM pg_trigger"
                    + " WHERE tgname = 'a'";

    private static final String TABLES = """
            CREATE TABLE orders (id int); CREATE TABLE größe (id int); CREATE TABLE stays (id int); CREATE TABLE log (of text);
            CREATE FUNCTION told() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN INSERT INTO public.log VALUES (TG_TABLE_SCHEMA || TG_ARGV[0]); RETURN NEW; END';
            CREATE SCHEMA supabase_functions;
            CREATE FUNCTION supabase_functions.http_request() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN INSERT INTO public.log VALUES (TG_TABLE_SCHEMA); RETURN NEW; END';
            """;

    @PostgresTest
    void anArgumentThatNamesWhatMovesIsListed(TestDatabase database) {
        database.execute(TABLES + """
                CREATE TRIGGER a AFTER INSERT ON stays FOR EACH ROW EXECUTE FUNCTION told('x', '', 'größe');
                CREATE TRIGGER b AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION told('public');
                """);
        Scenario scenario = new Scenario(database, MAPPING);
        assertThat(scenario.snapshot().all(Trigger.class).stream().map(Trigger::arguments))
                .containsExactly(List.of("x", "", "größe"), List.of("public"));
        Findings findings = findings(scenario);
        assertThat(findings.subjects(FindingCode.TRIGGER_ARGUMENT_NAMES_MOVED_OBJECT))
                .containsExactly("trigger a on table public.stays", "trigger b on table public.orders");
        Finding finding = findings.all().stream()
                .filter(f -> f.subject().startsWith("trigger a"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.message()).contains("the text 'größe', which may name table public.\"größe\"");
        assertThat(database.query(finding.remedy().substring(finding.remedy().indexOf("SELECT"))))
                .singleElement()
                .asString()
                .startsWith("CREATE TRIGGER a AFTER INSERT ON");
    }

    @PostgresTest
    void anArgumentThatIsANameWithItsSchemaIsMendedByTheStatementOfItsFinding(TestDatabase database) {
        database.execute(TABLES + """
                CREATE TRIGGER a AFTER INSERT ON orders FOR EACH ROW WHEN (NEW.id > 0)
                    EXECUTE FUNCTION told('public.größe', 'it''s \', 'public');
                """);
        Scenario scenario = new Scenario(database, MAPPING);
        String remedy = findings(scenario).all().stream()
                .filter(f -> f.message().contains("the text 'public.größe'"))
                .findFirst()
                .orElseThrow()
                .remedy();
        if (database.server().major() < 14) {
            assertThat(remedy).contains("SELECT pg_get_triggerdef(");
            return;
        }
        String statement = remedy.substring(remedy.indexOf("CREATE OR REPLACE TRIGGER"));
        scenario.execute(scenario.plan());
        List<String> before = database.query(WITHOUT_ARGUMENTS);
        database.execute(statement);
        assertThat(database.query(WITHOUT_ARGUMENTS)).isEqualTo(before);
        database.execute("INSERT INTO \"My Shop\".orders VALUES (1)");
        assertThat(database.query("TABLE log")).containsExactly("My Shop\"My Shop\".\"größe\"");
        assertThat(database.query("SELECT encode(tgargs, 'escape') FROM pg_trigger WHERE tgname = 'a'"))
                .singleElement()
                .asString()
                .contains("it's \\");
    }

    @PostgresTest
    void whatTheServerKnowsOfATriggerFollowsTheMove(TestDatabase database) {
        database.execute(TABLES + """
                CREATE TRIGGER a AFTER INSERT ON orders FOR EACH ROW
                    WHEN ('orders'::regclass IS NOT NULL) EXECUTE FUNCTION told('x');
                """);
        Scenario scenario = new Scenario(database, MAPPING);
        Findings findings = findings(scenario);
        assertThat(findings.subjects(FindingCode.TRIGGER_ARGUMENT_NAMES_MOVED_OBJECT))
                .isEmpty();
        scenario.execute(scenario.plan());
        database.execute("INSERT INTO \"My Shop\".orders VALUES (1)");
        assertThat(database.query("TABLE log")).containsExactly("My Shopx");
    }

    @PostgresTest
    void aWebhookFollowsItsTableAndWhatItSendsIsSaid(TestDatabase database) {
        database.execute(TABLES + """
                CREATE TRIGGER hook AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION
                    supabase_functions.http_request('https://orders.example.com/?key=secret', 'POST', '{}', '{}', '1000');
                CREATE TRIGGER other AFTER INSERT ON stays FOR EACH ROW EXECUTE FUNCTION
                    supabase_functions.http_request('https://example.com', 'POST', '{}', '{}', '1000');
                """);
        Scenario scenario = new Scenario(database, MAPPING);
        Findings findings = findings(scenario);
        assertThat(findings.subjects(FindingCode.TRIGGER_ARGUMENT_NAMES_MOVED_OBJECT))
                .isEmpty();
        Finding finding = findings.only(FindingCode.WEBHOOK_SENDS_SCHEMA);
        assertThat(finding.subject()).isEqualTo("trigger hook on table public.orders");
        assertThat(finding.message())
                .contains("\"schema\": \"My Shop\" in place of \"public\"")
                .doesNotContain("secret");
        scenario.execute(scenario.plan());
        database.execute("INSERT INTO \"My Shop\".orders VALUES (1)");
        assertThat(database.query("TABLE log")).containsExactly("My Shop");
    }

    private static Findings findings(Scenario scenario) {
        MappingBuilder mapping = new MappingBuilder().tables("My Shop", "orders", "größe");
        return Findings.of(Assigner.assign(scenario.snapshot(), mapping.build()));
    }
}
