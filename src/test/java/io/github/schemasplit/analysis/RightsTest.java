package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;

/** What the connecting role may not do, and the statement that helps. */
class RightsTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder();

    @Test
    void objectsOfAnotherOwnerNeedMembership() {
        database.role("Table Owner");
        database.owner("app").table("b");
        database.owner("Table Owner").table("a");
        mapping.tables("shop", "a", "b");
        Finding finding = findings().only(FindingCode.OWNER_RIGHTS_MISSING);
        assertThat(finding.subject()).isEqualTo("table public.a");
        assertThat(finding.message()).startsWith("it belongs to role \"Table Owner\"");
        assertThat(finding.remedy()).contains("role with CREATEROLE run: GRANT \"Table Owner\" TO app;");
        database.major(16);
        assertThat(findings().only(FindingCode.OWNER_RIGHTS_MISSING).remedy())
                .contains("ADMIN OPTION on \"Table Owner\"");
    }

    @Test
    void membershipThroughAnotherRoleIsEnough() {
        database.role("boss");
        database.role("staff", "boss");
        database.role("me", "staff", "app");
        database.currentRole("me").owner("boss").table("a");
        mapping.tables("shop", "a");
        assertThat(findings().all()).isEmpty();
    }

    @Test
    void aMemberThatDoesNotInheritIsToldHowTo() {
        database.role("boss");
        database.role("me", false, false, "boss", "app");
        database.currentRole("me").owner("boss").table("a");
        mapping.tables("shop", "a");
        assertThat(findings().only(FindingCode.OWNER_RIGHTS_MISSING).remedy()).contains("ALTER ROLE me INHERIT;");
        database.major(17);
        assertThat(findings().only(FindingCode.OWNER_RIGHTS_MISSING).remedy())
                .contains("GRANT boss TO me WITH INHERIT TRUE;");
    }

    @Test
    void aSuperuserLacksNothing() {
        database.superuser("postgres");
        database.role("boss");
        database.schema("main", "app=UC", "boss=U");
        database.currentRole("postgres").owner("boss").table("main", "a");
        database.schema("shop");
        database.defaultAcl("boss", "main", 'r', "app=r");
        mapping.source("main").tables("shop", "a").owner("new", "boss").purpose("shop", "x");
        assertThat(findings().all()).isEmpty();
    }

    @Test
    void anExistingTargetNeedsCreateAndUsage() {
        database.table("a");
        database.role("boss");
        database.owner("boss").schema("My Shop", "app=U", "boss=UC");
        mapping.tables("My Shop", "a");
        Finding finding = findings().only(FindingCode.TARGET_PRIVILEGE_MISSING);
        assertThat(finding.message()).startsWith("role app lacks CREATE on it");
        assertThat(finding.remedy())
                .isEqualTo("let role boss or a superuser run: GRANT CREATE ON SCHEMA \"My Shop\" TO app;");
        assertThat(findings().only(FindingCode.TARGET_NOT_OWNED).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void theSourceNeedsCreateForTheWayBack() {
        database.role("boss");
        database.owner("boss").schema("main", "=U");
        database.owner("app").table("main", "a");
        mapping.source("main").tables("shop", "a");
        Finding finding = findings().only(FindingCode.SOURCE_PRIVILEGE_MISSING);
        assertThat(finding.message()).contains("rollback");
        assertThat(finding.remedy()).contains("GRANT CREATE ON SCHEMA main TO app;");
        assertThat(findings().all()).hasSize(1);
    }

    @Test
    void newSchemasNeedCreateOnTheDatabase() {
        database.mayNotCreateSchema().databaseOwner("Boss").table("a");
        database.schema("there");
        mapping.tables("there").tables("shop", "a").tables("log");
        Finding finding = findings().only(FindingCode.DATABASE_PRIVILEGE_MISSING);
        assertThat(finding.message()).endsWith("so it can not create 2 schemas (shop, log)");
        assertThat(finding.remedy())
                .isEqualTo("let role \"Boss\" or a superuser run: GRANT CREATE ON DATABASE shop TO app;");
    }

    @Test
    void existingSchemasNeedNoCreateOnTheDatabase() {
        database.mayNotCreateSchema().table("a");
        database.schema("shop");
        mapping.tables("shop", "a");
        assertThat(findings().all()).isEmpty();
    }

    @Test
    void theOwnerOfANewSchemaMustExistAndBeWithinReach() {
        database.role("app_owner");
        mapping.tables("a").owner("a", "app_ownr").owner("b", "app_owner");
        Finding unknown = findings().only(FindingCode.SCHEMA_OWNER_NOT_FOUND);
        assertThat(unknown.remedy()).isEqualTo("did you mean app_owner?");
        assertThat(unknown.origin().orElseThrow().path()).isEqualTo("a.owner");
        assertThat(findings().only(FindingCode.SCHEMA_OWNER_RIGHTS_MISSING).remedy())
                .contains("GRANT app_owner TO app;");
    }

    @Test
    void anExistingSchemaKeepsItsOwner() {
        database.role("boss");
        database.schema("shop");
        mapping.owner("shop", "boss");
        assertThat(findings().only(FindingCode.SCHEMA_OWNER_DIFFERS).remedy())
                .startsWith("ALTER SCHEMA shop OWNER TO boss;");
    }

    @Test
    void aCommentOnASchemaOfAnotherOwnerIsAnErrorUnlessItIsThere() {
        database.role("boss");
        Schema schema = database.owner("boss").schema("shop", "app=UC");
        mapping.purpose("shop", "Sells; it's 100%");
        assertThat(findings().only(FindingCode.TARGET_NOT_OWNED).severity()).isEqualTo(Severity.ERROR);
        database.comment(schema, "Sells; it's 100%");
        assertThat(findings().all()).isEmpty();
    }

    @Test
    void strangersInATargetAreSaid() {
        database.schema("shop");
        database.table("shop", "mine");
        database.ownedSequence("shop", "s", database.table("shop", "stranger"));
        mapping.tables("shop", "mine");
        assertThat(findings().only(FindingCode.TARGET_EXISTS_WITH_OBJECTS).message())
                .startsWith("it exists and holds 1 relation that the mapping does not name (table shop.stranger)");
    }

    @Test
    void defaultPrivilegesOfOtherRolesCanNotBeCarried() {
        database.role("boss");
        database.role("deputy", "boss");
        database.table("a");
        database.defaultAcl("boss", "public", 'r', "app=r");
        database.defaultAcl("boss", "public", 'S', "app=U");
        database.defaultAcl("boss", "other", 'r', "app=r");
        database.defaultAcl("app", "public", 'r', "boss=r");
        database.defaultAcl("deputy", "", 'r', "boss=r");
        mapping.tables("shop", "a");
        Finding finding = findings().only(FindingCode.DEFAULT_ACL_NOT_CARRIED);
        assertThat(finding.subject()).isEqualTo("default privileges of role boss in schema public");
        assertThat(finding.remedy()).contains("GRANT boss TO app;");
    }

    @Test
    void from16OnDefaultPrivilegesNeedInheritance() {
        database.role("boss");
        database.role("me", false, false, "boss");
        database.role("rights", "me", "app");
        database.currentRole("me").owner("me").table("a");
        database.defaultAcl("boss", "public", 'r', "app=r");
        mapping.tables("shop", "a");
        assertThat(findings().subjects(FindingCode.DEFAULT_ACL_NOT_CARRIED)).isEmpty();
        database.major(16);
        assertThat(findings().subjects(FindingCode.DEFAULT_ACL_NOT_CARRIED)).hasSize(1);
    }

    private Findings findings() {
        return Findings.of(database, mapping);
    }
}
