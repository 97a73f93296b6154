package io.github.schemasplit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestApiTest {
    private final SnapshotBuilder database = new SnapshotBuilder();

    @Test
    void aDatabaseWithoutItsRolesHasNone() {
        database.role("somebody", "app");
        assertThat(RestApi.in(database.build())).isEmpty();
    }

    @Test
    void theAuthenticatorBecomesEachRoleThatItIsAMemberOf() {
        database.role("anon");
        database.role("authenticated", "group");
        database.role("group", "authenticator");
        database.role("authenticator", false, false, "anon", "authenticated");
        assertThat(api().authenticators()).containsExactly(Identifier.of("authenticator"));
        assertThat(api().requestRoles()).containsAll(identifiers("anon", "authenticated", "group"));
        assertThat(api().configured()).isEmpty();
        assertThat(api().serves(Identifier.of("public"))).isTrue();
        assertThat(api().serves(Identifier.of("shop"))).isFalse();
    }

    @Test
    void theSettingForThisDatabaseCountsBeforeTheOneForAll() {
        authenticator("authenticator", "pgrst.db_schemas=public", "pgrst.db_schemas=api , The \"Shop\",");
        assertThat(api().configured()).contains(identifiers("api", "The \"Shop\""));
        assertThat(api().serves(Identifier.of("public"))).isFalse();
    }

    @Test
    void aRoleWithTheSettingIsAnAuthenticatorWhateverItsName() {
        authenticator("The \"Gate\"", "pgrst.db_schema=api");
        assertThat(api().authenticators()).containsExactly(Identifier.of("The \"Gate\""));
        assertThat(api().requestRoles()).containsExactly(Identifier.of("app"));
        assertThat(api().configured()).contains(identifiers("api"));
    }

    @Test
    void anEmptySettingSaysNothing() {
        authenticator("authenticator", "pgrst.db_schemas= ,");
        assertThat(api().configured()).isEmpty();
    }

    @Test
    void theAnonymousRoleAloneIsASign() {
        database.role("authenticated");
        assertThat(RestApi.in(database.build())).isEmpty();
        database.role("anon");
        assertThat(api().requestRoles()).isEqualTo(identifiers("anon", "authenticated"));
    }

    private void authenticator(String name, String... settings) {
        List<Role.Membership> app = List.of(new Role.Membership(Identifier.of("app"), false));
        database.add(new Role(9_999, Identifier.of(name), false, true, false, app, List.of(settings), List.of(), true));
    }

    private RestApi api() {
        Optional<RestApi> api = RestApi.in(database.build());
        assertThat(api).isPresent();
        return api.get();
    }

    private static Set<Identifier> identifiers(String... names) {
        return Set.copyOf(List.of(names).stream().map(Identifier::of).toList());
    }
}
