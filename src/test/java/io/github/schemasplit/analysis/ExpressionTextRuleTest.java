package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.TextConstant;
import io.github.schemasplit.plan.Scenario;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.util.List;

/** Expressions as a server stores them: what it knows to be a relation follows a move, what is a text to it does not. */
class ExpressionTextRuleTest {
    private static final String TABLES = """
            CREATE TABLE "Order ""Items""\" (id serial, größe int); CREATE TABLE orders (id serial, kind text);
            CREATE FUNCTION lookup(text, text DEFAULT 'x') RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION by_name(name) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true';
            """;

    @PostgresTest
    void aTextConstantThatNamesWhatMovesIsSaidOfEachObjectThatHasOne(TestDatabase database) {
        database.execute(TABLES + """
                CREATE TABLE "Stays %s" (
                    a bigint DEFAULT nextval('orders_id_seq'::text),
                    "B b" text DEFAULT format('%I', 'Order "Items"'),
                    c bool DEFAULT has_table_privilege(current_user, 'public.orders', 'SELECT'),
                    d text DEFAULT ('orders_id_seq'::text)::regclass::text,
                    CONSTRAINT checked CHECK (to_regclass('public."Order ""Items""\"') IS NOT NULL));
                CREATE INDEX indexed ON "Stays %s" (lookup('orders')) WHERE by_name('orders');
                CREATE POLICY policed ON "Stays %s" USING (a = lookup('x', 'FROM Orders o'));
                CREATE VIEW viewed AS SELECT to_regclass('orders'::varchar) AS o;
                CREATE RULE ruled AS ON DELETE TO "Stays %s" DO ALSO SELECT lookup('orders');
                CREATE DOMAIN defaulted AS int DEFAULT lookup('orders') CONSTRAINT limited CHECK (VALUE > lookup('orders'));
                CREATE DOMAIN limited AS text CHECK (lookup(lower(VALUE), 'orders') > 0);
                CREATE FUNCTION triggered() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER watched AFTER UPDATE ON "Stays %s" FOR EACH ROW WHEN (by_name('orders')) EXECUTE FUNCTION triggered();
                CREATE FUNCTION given(int DEFAULT lookup('orders')) RETURNS int LANGUAGE sql AS 'SELECT 1';
                """);
        assertThat(findings(database).subjects(FindingCode.EXPRESSION_NAMES_MOVED_OBJECT))
                .containsExactlyInAnyOrder(
                        "column a of table public.\"Stays %s\"",
                        "column \"B b\" of table public.\"Stays %s\"",
                        "column c of table public.\"Stays %s\"",
                        "column d of table public.\"Stays %s\"",
                        "constraint checked on table public.\"Stays %s\"",
                        "index public.indexed",
                        "policy policed on table public.\"Stays %s\"",
                        "view public.viewed",
                        "rule ruled on table public.\"Stays %s\"",
                        "domain public.defaulted",
                        "domain public.limited",
                        "trigger watched on table public.\"Stays %s\"",
                        "routine public.given(integer)");
    }

    @PostgresTest
    void expressionsOfStatisticsAndSqlBodiesAreExpressionsToo(TestDatabase database) {
        if (database.server().major() < 14) {
            return;
        }
        database.execute(TABLES + """
                CREATE TABLE stays (a int);
                CREATE STATISTICS counted ON (a + lookup('orders')), a FROM stays;
                CREATE FUNCTION atomic() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT lookup('orders'); END;
                """);
        assertThat(findings(database).subjects(FindingCode.EXPRESSION_NAMES_MOVED_OBJECT))
                .containsExactlyInAnyOrder("statistics object public.counted", "routine public.atomic()");
    }

    @PostgresTest
    void saysWhatIsNamedAndWhatToDo(TestDatabase database) {
        database.execute(TABLES
                + "CREATE VIEW v AS SELECT lookup('orders, ''größe'' \"Order \"\"Items\"\"\"', 'orders_id_seq')");
        Finding finding = findings(database).only(FindingCode.EXPRESSION_NAMES_MOVED_OBJECT);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message())
                .startsWith(
                        "a text constant in its expression may name 3 objects that will move"
                                + " (table public.\"Order \"\"Items\"\"\", table public.orders, sequence public.orders_id_seq);");
        assertThat(finding.remedy()).contains("'…'::regclass");
        assertThat(scenario(database).snapshot().textConstants())
                .extracting(TextConstant::text)
                .containsExactlyInAnyOrder("orders, 'größe' \"Order \"\"Items\"\"\"", "orders_id_seq");
    }

    @PostgresTest
    void aDefaultIsMendedByTheStatementOfItsFinding(TestDatabase database) {
        database.execute(TABLES + """
                ALTER TABLE orders ADD n bigint DEFAULT nextval('public.orders_id_seq'::text)
                    + (to_regclass('public."Order ""Items""\"') IS NULL)::int + nextval('orders_id_seq'::regclass);
                ALTER TABLE orders ADD listed text DEFAULT format('%I', 'orders');
                """);
        Scenario scenario = scenario(database);
        List<Finding> findings = findings(database).all().stream()
                .filter(f -> f.code() == FindingCode.EXPRESSION_NAMES_MOVED_OBJECT)
                .toList();
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("column listed of table public.orders", "column n of table public.orders");
        assertThat(findings.get(0).remedy()).startsWith("look at the expression");
        scenario.execute(scenario.plan());
        database.execute(
                findings.get(1).remedy().substring(findings.get(1).remedy().indexOf("ALTER TABLE shop.orders")));
        database.execute("INSERT INTO shop.orders (id) VALUES (1)");
        assertThat(database.query("SELECT n FROM shop.orders")).containsExactly("3");
    }

    @PostgresTest
    void whatFollowsTheMoveOrIsNoArgumentIsNotSaid(TestDatabase database) {
        database.execute(TABLES + """
                CREATE TABLE stays (
                    a bigint DEFAULT nextval('orders_id_seq'::regclass),
                    b text DEFAULT 'orders' CHECK (b IN ('orders', 'Order "Items"') AND b <> 'orders'),
                    c int DEFAULT lookup('reorders', 'order'),
                    d int DEFAULT 'orders'::regclass::oid::int);
                CREATE VIEW v AS SELECT coalesce(kind, 'orders') AS orders FROM orders WHERE kind = 'orders';
                """);
        assertThat(findings(database).subjects(FindingCode.EXPRESSION_NAMES_MOVED_OBJECT))
                .isEmpty();
    }

    @PostgresTest
    void whatChildrenRepeatIsSaidOnce(TestDatabase database) {
        database.execute(TABLES + """
                CREATE TABLE parent (a int CONSTRAINT checked CHECK (a > lookup('orders')));
                CREATE TABLE child () INHERITS (parent);
                """);
        assertThat(findings(database).subjects(FindingCode.EXPRESSION_NAMES_MOVED_OBJECT))
                .isEqualTo(List.of("constraint checked on table public.parent"));
    }

    private static Scenario scenario(TestDatabase database) {
        return new Scenario(database, "schemas: { shop: { tables: [orders, 'Order \"Items\"'] } }");
    }

    private static Findings findings(TestDatabase database) {
        MappingBuilder mapping = new MappingBuilder().tables("shop", "orders", "Order \"Items\"");
        return Findings.of(Assigner.assign(scenario(database).snapshot(), mapping.build()));
    }
}
