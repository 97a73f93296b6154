package io.github.schemasplit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;

class RoleMembershipTest {
    private final SnapshotBuilder database = new SnapshotBuilder();

    @Test
    void followsMembershipThroughOtherRolesOneWay() {
        database.role("staff");
        database.role("a\"b", "staff");
        database.role("ann", "a\"b");
        assertThat(membership().isMemberOf(id("ann"), id("staff"))).isTrue();
        assertThat(membership().inherits(id("ann"), id("staff"))).isTrue();
        assertThat(membership().isMemberOf(id("staff"), id("ann"))).isFalse();
    }

    @Test
    void aMemberWithoutInheritIsAMemberOnly() {
        database.role("staff");
        database.role("ann", false, false, "staff");
        assertThat(membership().isMemberOf(id("ann"), id("staff"))).isTrue();
        assertThat(membership().inherits(id("ann"), id("staff"))).isFalse();
    }

    @Test
    void everyRoleIsAMemberOfItself() {
        assertThat(membership().inherits(id("app"), id("app"))).isTrue();
        assertThat(membership().isMemberOf(id("unknown"), id("app"))).isFalse();
    }

    @Test
    void aSuperuserIsAMemberOfEverybodyButNobodyGetsThatByMembership() {
        database.superuser("root");
        database.role("ann", "root");
        assertThat(membership().inherits(id("root"), id("app"))).isTrue();
        assertThat(membership().isMemberOf(id("ann"), id("app"))).isFalse();
    }

    @Test
    void theDatabaseOwnerOwnsWhatPgDatabaseOwnerOwns() {
        database.role("team");
        database.role("ann", "team");
        database.databaseOwner("team").owner("pg_database_owner");
        Schema schema = database.schema("shared");
        assertThat(membership().holds(id("ann"), Privilege.CREATE, schema)).isTrue();
        assertThat(membership().holds(id("app"), Privilege.CREATE, schema)).isFalse();
        database.major(13);
        assertThat(membership().holds(id("ann"), Privilege.CREATE, schema)).isFalse();
    }

    @Test
    void holdsWhatIsGrantedToPublicToARoleOrToOneThatItInheritsFrom() {
        database.role("staff");
        database.role("ann", "staff");
        Schema schema = database.schema("s", "=U", "staff=C");
        assertThat(membership().holds(id("ann"), Privilege.USAGE, schema)).isTrue();
        assertThat(membership().holds(id("ann"), Privilege.CREATE, schema)).isTrue();
        assertThat(membership().holds(id("app"), Privilege.CREATE, schema))
                .as("an owner whose privileges were revoked")
                .isFalse();
    }

    @Test
    void withoutAnAclOnlyTheOwnerHoldsPrivileges() {
        database.role("ann");
        Relation table = database.table("t");
        assertThat(membership().holds(id("app"), Privilege.SELECT, table)).isTrue();
        assertThat(membership().holds(id("ann"), Privilege.SELECT, table)).isFalse();
    }

    @Test
    void readersOfEverythingMayUseEverySchema() {
        database.role("pg_read_all_data");
        database.role("ann", "pg_read_all_data");
        Schema schema = database.schema("s");
        assertThat(membership().holds(id("ann"), Privilege.USAGE, schema)).isTrue();
        assertThat(membership().holds(id("ann"), Privilege.CREATE, schema)).isFalse();
    }

    @Test
    void listsTheRoles() {
        database.role("Ann");
        assertThat(membership().roles()).containsExactly(id("app"), id("Ann"));
    }

    private RoleMembership membership() {
        return database.build().roleMembership();
    }

    private static Identifier id(String name) {
        return Identifier.of(name);
    }
}
