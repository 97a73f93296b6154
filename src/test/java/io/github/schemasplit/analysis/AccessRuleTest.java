package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A target schema that is there may be open to roles that the source schema keeps out. */
class AccessRuleTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder().source("main");

    @Test
    void aRoleThatTheSourceKeepsOutWouldGetIn() {
        database.role("The \"Clerk\"");
        database.schema("main", "app=UC");
        database.schema("My Shop", "app=UC", "The \"Clerk\"=U");
        database.grant(database.table("main", "Order Items"), "The \"Clerk\"=r");
        database.table("main", "other");
        mapping.tables("My Shop", "Order Items", "other");

        Finding finding = findings().only(FindingCode.ACCESS_WIDENS);

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.subject()).isEqualTo("role \"The \"\"Clerk\"\"\"");
        assertThat(finding.message())
                .startsWith("it may use 1 moving object (table main.\"Order Items\") but can not reach it,"
                        + " for lack of USAGE on schema main; schema \"My Shop\" is open to it");
        assertThat(finding.remedy())
                .isEqualTo("run: REVOKE USAGE ON SCHEMA \"My Shop\" FROM \"The \"\"Clerk\"\"\";"
                        + " or: REVOKE ALL ON TABLE main.\"Order Items\" FROM \"The \"\"Clerk\"\"\""
                        + "; or, if it is to have access, run first:"
                        + " GRANT USAGE ON SCHEMA main TO \"The \"\"Clerk\"\"\";");
    }

    @Test
    void whoReachesTheSourceGainsNothing() {
        database.role("clerk");
        database.schema("main", "app=UC", "clerk=U");
        database.schema("shop", "app=UC", "=U");
        database.grant(database.table("main", "a"), "clerk=r");
        mapping.tables("shop", "a");
        assertThat(findings().subjects(FindingCode.ACCESS_WIDENS)).isEmpty();
    }

    @Test
    void aNewTargetOpensNothing() {
        database.role("clerk");
        database.schema("main", "app=UC");
        database.grant(database.table("main", "a"), "clerk=r");
        mapping.tables("shop", "a");
        assertThat(findings().subjects(FindingCode.ACCESS_WIDENS)).isEmpty();
    }

    @Test
    void superusersAndRolesWithoutAPrivilegeGainNothing() {
        database.superuser("root");
        database.role("clerk");
        database.schema("main", "app=UC");
        database.schema("shop", "app=UC", "=U");
        database.grant(database.table("main", "a"), "root=r");
        mapping.tables("shop", "a");
        assertThat(findings().subjects(FindingCode.ACCESS_WIDENS)).isEmpty();
    }

    @Test
    void privilegesOfTwoRolesMeetInTheirMember() {
        database.role("holder");
        database.role("visitor");
        database.role("double", "holder", "visitor");
        database.role("below", "double");
        database.schema("main", "app=UC");
        database.schema("shop", "app=UC", "visitor=U");
        database.grantOnColumn(database.table("main", "a"), "holder=r");
        mapping.tables("shop", "a");
        Finding finding = findings().only(FindingCode.ACCESS_WIDENS);
        assertThat(finding.subject()).isEqualTo("role double");
        assertThat(finding.remedy())
                .contains("REVOKE USAGE ON SCHEMA shop FROM visitor;")
                .contains("REVOKE ALL ON TABLE main.a FROM holder;");
    }

    @Test
    void routinesAreOpenToEverybodyUnlessTheirAclSaysOtherwise() {
        database.role("clerk");
        database.schema("main", "app=UC");
        database.schema("shop", "app=UC", "=U");
        database.routine("main", "f", "integer", "");
        mapping.routines("shop", "f");
        Finding finding = findings().only(FindingCode.ACCESS_WIDENS);
        assertThat(finding.subject()).isEqualTo("role clerk");
        assertThat(finding.remedy())
                .contains("REVOKE USAGE ON SCHEMA shop FROM PUBLIC;")
                .contains("REVOKE ALL ON ROUTINE main.f(integer) FROM PUBLIC;");
    }

    @Test
    void routinesThatRunAsTheirOwnersAreNamed() {
        database.role("clerk");
        database.schema("main", "app=UC");
        database.schema("shop", "app=UC", "=U");
        database.definer("main", "f", "");
        database.definer("main", "g", "");
        mapping.routines("shop", "*");
        assertThat(findings().only(FindingCode.ACCESS_WIDENS).message())
                .endsWith("; 2 SECURITY DEFINER routines among them (routine main.f(), routine main.g())"
                        + " act with their owners' rights");
    }

    @Test
    void anOwnerCanOnlyBeKeptOutByTheSchema() {
        database.role("boss");
        database.schema("main", "app=UC");
        database.schema("shop", "app=UC", "boss=U");
        database.owner("boss").ownedSequence("main", "a_id_seq", database.table("main", "a"));
        mapping.tables("shop", "a");
        Finding finding = findings().only(FindingCode.ACCESS_WIDENS);
        assertThat(finding.message()).contains("2 moving objects (table main.a, sequence main.a_id_seq)");
        assertThat(finding.remedy()).startsWith("run: REVOKE USAGE ON SCHEMA shop FROM boss; or, if");
    }

    @Test
    void whoGetsInForOneObjectWouldReachThoseOfAnotherSchemaToo() {
        database.role("clerk");
        database.schema("main", "app=UC", "clerk=U");
        database.schema("closed", "app=UC");
        database.grant(database.table("main", "a"), "clerk=r");
        database.grant(database.table("closed", "b"), "clerk=r");
        mapping.tables("shop", "a", "b").tables("closed");
        Finding finding = findings().only(FindingCode.ACCESS_WIDENS);
        assertThat(finding.remedy())
                .isEqualTo("run: REVOKE ALL ON TABLE closed.b FROM clerk; or, if it is to have access, run first:"
                        + " GRANT USAGE ON SCHEMA closed TO clerk;");
    }

    @Test
    void tenThousandTablesAndAHundredRolesTakeSeconds() {
        IntStream.range(0, 100).forEach(i -> database.role("r" + i));
        database.schema("main", "app=UC");
        database.schema("shop", "app=UC", "=U");
        IntStream.range(0, 10_000)
                .forEach(i ->
                        database.grant(database.table("main", "t" + i), "r" + i % 100 + "=r", "r" + i / 100 + "=r"));
        mapping.tables("shop", "*");
        var assignment = Findings.assignment(database, mapping);
        long start = System.nanoTime();

        assertThat(new AccessRule().check(assignment)).hasSize(100);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private Findings findings() {
        return Findings.of(database, mapping);
    }
}
