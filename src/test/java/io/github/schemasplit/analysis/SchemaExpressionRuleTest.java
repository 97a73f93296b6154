package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.plan.Scenario;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;

/** Stored expressions that ask the catalog for what is in a schema, as a server keeps them. */
class SchemaExpressionRuleTest {
    private static final String TABLES =
            "CREATE SCHEMA \"Old ö\"; CREATE TABLE \"Old ö\".\"Order Items\" (id int, kind text);";

    @PostgresTest
    void aComparisonWithTheSourceSchemaIsToldOfEachObject(TestDatabase database) {
        database.execute(TABLES + """
                CREATE VIEW a AS SELECT 1 AS x FROM information_schema.tables WHERE table_schema = 'Old ö';
                CREATE VIEW b AS SELECT 1 AS x FROM pg_class JOIN pg_namespace AS n ON n.oid = relnamespace WHERE 'Old ö' <> nspname;
                CREATE VIEW c AS SELECT 1 AS x FROM pg_tables WHERE schemaname NOT IN ('x', 'Old ö');
                CREATE VIEW d AS SELECT 1 AS x FROM pg_tables WHERE schemaname::text = 'Old ö';
                CREATE VIEW e AS SELECT 1 AS x FROM information_schema.columns WHERE table_schema::text LIKE 'Old ö%';
                CREATE VIEW f AS SELECT 1 AS x FROM pg_class WHERE relnamespace = '"Old ö"'::regnamespace;
                CREATE VIEW g AS SELECT CASE schemaname WHEN 'Old ö' THEN 1 END AS x FROM pg_tables;
                CREATE TABLE stays (a int);
                CREATE POLICY p ON stays USING (EXISTS (SELECT FROM pg_tables WHERE schemaname = 'Old ö' AND rowsecurity));
                CREATE RULE r AS ON DELETE TO stays DO ALSO SELECT 1 FROM pg_tables WHERE schemaname = 'Old ö';
                CREATE TABLE "Kept ""s""\" (s name CONSTRAINT named CHECK (s <> 'Old ö'));
                """);
        assertThat(findings(database, "Old ö").subjects(FindingCode.EXPRESSION_NAMES_SOURCE_SCHEMA))
                .containsExactlyInAnyOrder(
                        "view public.a",
                        "view public.b",
                        "view public.c",
                        "view public.d",
                        "view public.e",
                        "view public.f",
                        "view public.g",
                        "policy p on table public.stays",
                        "rule r on table public.stays",
                        "constraint named on table public.\"Kept \"\"s\"\"\"");
        assertThat(findings(database, "Old ö").all())
                .filteredOn(f -> f.code() == FindingCode.EXPRESSION_NAMES_SOURCE_SCHEMA)
                .allMatch(f -> f.severity() == Severity.WARNING && f.message().contains("('Old ö"));
    }

    @PostgresTest
    void aViewOfTheCurrentSchemaIsToldWhereThatIsTheSource(TestDatabase database) {
        database.execute("""
                CREATE TABLE "Order Items" (id int);
                CREATE VIEW a AS SELECT 1 AS x FROM pg_tables WHERE schemaname = current_schema();
                CREATE VIEW b AS SELECT 1 AS x FROM pg_tables WHERE schemaname = ANY (current_schemas(false));
                CREATE VIEW c AS SELECT 1 AS x FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA;
                """);
        assertThat(findings(database, "public").subjects(FindingCode.EXPRESSION_NAMES_SOURCE_SCHEMA))
                .containsExactly("view public.a", "view public.b", "view public.c");
        database.execute("CREATE SCHEMA other; ALTER DATABASE " + database.name() + " SET search_path = other, public");
        assertThat(findings(database, "public").subjects(FindingCode.EXPRESSION_NAMES_SOURCE_SCHEMA))
                .isEmpty();
    }

    @PostgresTest
    void aTextThatIsNoSchemaIsNotTold(TestDatabase database) {
        database.execute(TABLES + """
                CREATE TABLE posts (id int, visibility text DEFAULT 'Old ö' CHECK (visibility IN ('Old ö', 'x')));
                CREATE VIEW a AS SELECT 1 AS x FROM posts WHERE visibility = 'Old ö';
                CREATE VIEW b AS SELECT 1 AS x FROM pg_tables WHERE schemaname = 'Old öl' OR tablename = 'posts';
                CREATE VIEW c AS SELECT 1 AS x FROM "Old ö"."Order Items" WHERE kind = 'x';
                CREATE TABLE log (s name DEFAULT current_schema());
                """);
        assertThat(findings(database, "Old ö").subjects(FindingCode.EXPRESSION_NAMES_SOURCE_SCHEMA))
                .isEmpty();
    }

    private static Findings findings(TestDatabase database, String source) {
        MappingBuilder mapping = new MappingBuilder().source(source).tables("shop", "Order Items");
        Scenario scenario = new Scenario(database, "schemas: { shop: { tables: ['Order Items'] } }");
        return Findings.of(Assigner.assign(scenario.snapshot(), mapping.build()));
    }
}
