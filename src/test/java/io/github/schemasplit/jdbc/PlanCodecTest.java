package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.PolicyCommand;
import io.github.schemasplit.catalog.PolicyDefinition;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.plan.AlterJob;
import io.github.schemasplit.plan.AlterPolicy;
import io.github.schemasplit.plan.AlterRoutine;
import io.github.schemasplit.plan.AlterRowSecurity;
import io.github.schemasplit.plan.AlterServedSchemas;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.CreateSchema;
import io.github.schemasplit.plan.DropPolicy;
import io.github.schemasplit.plan.GrantOnSchema;
import io.github.schemasplit.plan.Movable;
import io.github.schemasplit.plan.Notify;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.ReplaceRoutine;
import io.github.schemasplit.plan.RowSecurityAction;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlanCodecTest {
    @Property(tries = 300)
    void readsWhatItWrote(@ForAll("plans") Plan plan) throws IOException {
        assertThat(PlanCodec.read(PlanCodec.write(plan))).isEqualTo(plan);
    }

    @Provide
    Arbitrary<Plan> plans() {
        return Arbitraries.lazy(AnyOperation::operation).list().ofMaxSize(6).map(Plan::new);
    }

    @Test
    void writesTheFormatThatOlderVersionsRead() {
        List<Operation> operations = List.of(
                new CreateSchema(Identifier.of("Web Shop"), Identifier.of("The Boss"), "wanted"),
                new GrantOnSchema(Privilege.USAGE, Identifier.of("Web Shop"), Grantee.PUBLIC, "everybody reads"),
                new AlterSetSchema(
                        Movable.TABLE,
                        new ObjectId(Catalog.PG_CLASS, 4_000_000_000L),
                        QualifiedName.of("public", "a\"b"),
                        "",
                        Identifier.of("Web Shop"),
                        "mapped"));
        assertThat(PlanCodec.write(new Plan(operations)))
                .isEqualTo("[{\"CreateSchema\":{\"schema\":\"Web Shop\",\"owner\":\"The Boss\",\"reason\":\"wanted\"}},"
                        + "{\"GrantOnSchema\":{\"privilege\":\"USAGE\",\"schema\":\"Web Shop\",\"grantee\":null,"
                        + "\"reason\":\"everybody reads\"}},"
                        + "{\"AlterSetSchema\":{\"kind\":\"TABLE\",\"object\":{\"catalog\":\"PG_CLASS\",\"oid\":4000000000},"
                        + "\"name\":{\"schema\":\"public\",\"name\":\"a\\\"b\"},\"arguments\":\"\","
                        + "\"target\":\"Web Shop\",\"reason\":\"mapped\"}}]");
    }

    @Test
    void writesARoutineThatGetsAnotherBody() {
        ReplaceRoutine replacement = new ReplaceRoutine(
                Movable.PROCEDURE,
                new ObjectId(Catalog.PG_PROC, 16400),
                QualifiedName.of("public", "a\"b"),
                "integer",
                "CREATE OR REPLACE PROCEDURE public.\"a\"\"b\"(i integer DEFAULT '$body$')\n LANGUAGE sql\nAS ",
                List.of(Identifier.of("hstore")),
                "\\ $$x$$ 'y' \uD83D\uDE00\r\n",
                "\\ $body$x$body$",
                "it names what moves");
        assertThat(PlanCodec.write(new Plan(List.of(replacement))))
                .isEqualTo(
                        "[{\"ReplaceRoutine\":{\"kind\":\"PROCEDURE\",\"routine\":{\"catalog\":\"PG_PROC\",\"oid\":16400},"
                                + "\"name\":{\"schema\":\"public\",\"name\":\"a\\\"b\"},\"arguments\":\"integer\","
                                + "\"definition\":\"CREATE OR REPLACE PROCEDURE public.\\\"a\\\"\\\"b\\\"(i integer DEFAULT '$body$')"
                                + "\\n LANGUAGE sql\\nAS \",\"extensions\":[\"hstore\"],\"from\":\"\\\\ $$x$$ 'y' \uD83D\uDE00\\r\\n\","
                                + "\"to\":\"\\\\ $body$x$body$\",\"reason\":\"it names what moves\"}}]");
    }

    @Test
    void writesARoutineThatGetsAnotherPath() {
        AlterRoutine alter = new AlterRoutine(
                Movable.FUNCTION,
                new ObjectId(Catalog.PG_PROC, 16400),
                QualifiedName.of("public", "f"),
                "integer",
                Optional.empty(),
                Optional.of(EachOperation.path("$user", "My Shop")),
                "its text names what moves");
        assertThat(PlanCodec.write(new Plan(List.of(alter))))
                .isEqualTo(
                        "[{\"AlterRoutine\":{\"kind\":\"FUNCTION\",\"routine\":{\"catalog\":\"PG_PROC\",\"oid\":16400},"
                                + "\"name\":{\"schema\":\"public\",\"name\":\"f\"},\"arguments\":\"integer\",\"from\":null,"
                                + "\"to\":[\"$user\",\"My Shop\"],\"reason\":\"its text names what moves\"}}]");
    }

    @Test
    void writesWhatAnApiServes() {
        AlterServedSchemas alter = new AlterServedSchemas(
                Identifier.of("d"),
                Identifier.of("authenticator"),
                true,
                Optional.empty(),
                Optional.of("public, My Shop"),
                List.of(Identifier.of("My Shop")),
                "the mapping says so");
        Notify told = new Notify(Identifier.of("pgrst"), "reload config", "it changed");
        assertThat(PlanCodec.write(new Plan(List.of(alter, told))))
                .isEqualTo(
                        "[{\"AlterServedSchemas\":{\"database\":\"d\",\"role\":\"authenticator\",\"everywhere\":true,"
                                + "\"from\":null,\"to\":\"public, My Shop\",\"schemas\":[\"My Shop\"],"
                                + "\"reason\":\"the mapping says so\"}},"
                                + "{\"Notify\":{\"channel\":\"pgrst\",\"payload\":\"reload config\",\"reason\":\"it changed\"}}]");
    }

    @Test
    void writesAJobThatGetsAnotherCommand() {
        AlterJob alter =
                new AlterJob(7, Optional.of("night\"ly"), "TABLE a", "TABLE s.a", "its command names what moves");
        assertThat(PlanCodec.write(new Plan(List.of(alter, alter.inverse()))))
                .isEqualTo(
                        "[{\"AlterJob\":{\"job\":7,\"name\":\"night\\\"ly\",\"from\":\"TABLE a\",\"to\":\"TABLE s.a\","
                                + "\"reason\":\"its command names what moves\"}},"
                                + "{\"AlterJob\":{\"job\":7,\"name\":\"night\\\"ly\",\"from\":\"TABLE s.a\",\"to\":\"TABLE a\","
                                + "\"reason\":\"its command names what moves\"}}]");
    }

    @Test
    void writesWhatIsDoneToRowSecurity() {
        ObjectId table = new ObjectId(Catalog.PG_CLASS, 16400);
        QualifiedName name = QualifiedName.of("shop", "orders");
        PolicyDefinition from =
                new PolicyDefinition(PolicyCommand.ALL, true, List.of(), Optional.of("(id = 1)"), Optional.empty());
        PolicyDefinition to = new PolicyDefinition(
                PolicyCommand.ALL, true, List.of(Identifier.of("app")), Optional.of("id = 2"), Optional.empty());
        AlterPolicy alter = new AlterPolicy(table, name, Identifier.of("Own"), from, to, "m.yml:1:1 policies");
        String head = "{\"relation\":{\"catalog\":\"PG_CLASS\",\"oid\":16400},"
                + "\"table\":{\"schema\":\"shop\",\"name\":\"orders\"},";
        String before = "{\"command\":\"ALL\",\"permissive\":true,\"roles\":[],\"using\":\"(id = 1)\",\"check\":null}";
        String after = before.replace("[]", "[\"app\"]").replace("(id = 1)", "id = 2");
        assertThat(PlanCodec.write(new Plan(List.of(
                        alter,
                        new DropPolicy(table, name, Identifier.of("Own"), from, Optional.of("said"), "").inverse(),
                        new AlterRowSecurity(table, name, RowSecurityAction.FORCE, "").inverse()))))
                .isEqualTo("[{\"AlterPolicy\":" + head + "\"policy\":\"Own\",\"from\":" + before + ",\"to\":" + after
                        + ",\"reason\":\"m.yml:1:1 policies\"}},{\"CreatePolicy\":" + head
                        + "\"policy\":\"Own\",\"definition\":" + before
                        + ",\"comment\":\"said\",\"reason\":\"\"}},{\"AlterRowSecurity\":" + head
                        + "\"action\":\"NO_FORCE\",\"reason\":\"\"}}]");
        assertThat(alter.statement().sql()).isEqualTo("ALTER POLICY \"Own\" ON shop.orders TO app USING (id = 2)");
        assertThat(alter.inverse().statement().sql())
                .isEqualTo("ALTER POLICY \"Own\" ON shop.orders TO PUBLIC USING ((id = 1))");
    }

    @Test
    void readsTheLongestBodies() throws IOException {
        String body = "\\ $body$ '\uD83D\uDE00' é \t".repeat(1 << 16);
        Plan plan = new Plan(List.of(new ReplaceRoutine(
                Movable.FUNCTION,
                new ObjectId(Catalog.PG_PROC, 1),
                QualifiedName.of("public", "long"),
                "",
                "",
                List.of(),
                body,
                body + "x",
                "")));
        assertThat(PlanCodec.read(PlanCodec.write(plan))).isEqualTo(plan);
    }

    @Test
    void refusesWhatIsNoPlan() {
        assertRefused("{}", "no array");
        assertRefused("[", "end-of-input");
        assertRefused("[{}]", "there is no Operation 'null'");
        assertRefused("[{\"DropTable\":{}}]", "there is no Operation 'DropTable'");
        assertRefused("[{\"CreateSchema\":{\"schema\":\"s\",\"owner\":\"o\"}}]", "CreateSchema lacks 'reason'");
        assertRefused("[{\"CreateSchema\":{\"size\":1}}]", "CreateSchema has no 'size'");
        assertRefused("[{\"CreateSchema\":{\"schema\":1}}]", "expected String, found VALUE_NUMBER_INT");
        assertRefused("[{\"CreateSchema\":{\"schema\":\"\"}}]", "not a valid Identifier");
        assertRefused("[{\"GrantOnSchema\":{\"privilege\":\"FLY\"}}]", "there is no Privilege 'FLY'");
        assertRefused("[{\"AlterPublication\":{\"add\":\"yes\"}}]", "expected boolean, found VALUE_STRING");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> PlanCodec.read(json))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }
}
