package io.github.schemasplit.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.mapping.SupabaseConfig;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestApiTest {
    private static final Identifier PUBLIC = Identifier.of("public");
    private static final Identifier SHOP = Identifier.of("The \"Shop\"");

    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping =
            new MappingBuilder().tables("The \"Shop\"", "orders").tables("people", "customers");

    @Test
    void aDatabaseWithoutItsRolesHasNone() {
        database.role("somebody", "app");
        assertThat(api().isThere()).isFalse();
        assertThat(api().serves(PUBLIC)).isFalse();
    }

    @Test
    void theAuthenticatorBecomesEachRoleThatItIsAMemberOf() {
        database.role("anon");
        database.role("authenticated", "group");
        database.role("group", "authenticator");
        database.role("authenticator", false, false, "anon", "authenticated");
        assertThat(servers()).containsExactly("authenticator");
        assertThat(api().requestRoles()).containsAll(identifiers("anon", "authenticated", "group"));
        assertThat(api().serves(PUBLIC)).isTrue();
        assertThat(api().serves(SHOP)).isFalse();
    }

    @Test
    void theSettingForThisDatabaseCountsBeforeTheOneForAll() {
        authenticator("authenticator", List.of("pgrst.db_schemas=public"), "pgrst.db_schemas=api , The \"Shop\",");
        assertThat(served()).containsExactly(Identifier.of("api"), SHOP);
        assertThat(api().serves(PUBLIC)).isFalse();
    }

    @Test
    void aRoleWithTheSettingIsAnAuthenticatorWhateverItsName() {
        authenticator("The \"Gate\"", List.of("pgrst.db_schemas=api"));
        assertThat(servers()).containsExactly("The \"Gate\"");
        assertThat(api().requestRoles()).containsExactly(Identifier.of("app"));
        assertThat(served()).containsExactly(Identifier.of("api"));
    }

    @Test
    void whatTheServerDoesNotReadSaysNothing() {
        authenticator("authenticator", List.of("pgrst.db_schemas= ,", "pgrst.db_schema=api"));
        assertThat(served()).containsExactly(PUBLIC);
        mapping.served("people");
        assertThat(api().changes()).extracting(RestApi.Change::value).containsExactly("public, people");
    }

    /** The file may tell of another place than the database, or of what is to be. */
    @Test
    void aProjectsFileBeginsTheListAndIsNoProofOfWhatIsServed() {
        authenticator("authenticator", List.of());
        mapping.served("people");
        mapping.supabase(
                new SupabaseConfig("config.toml", Optional.of(List.of("public", "people", "api")), Optional.empty()));
        assertThat(api().changes()).extracting(RestApi.Change::value).containsExactly("public, people, api");
        authenticator("authenticator", List.of("pgrst.db_schemas=public, people"));
        assertThat(api().changes()).isEmpty();
    }

    @Test
    void theAnonymousRoleAloneIsASign() {
        database.role("authenticated");
        assertThat(api().isThere()).isFalse();
        database.role("anon");
        assertThat(api().requestRoles()).isEqualTo(identifiers("anon", "authenticated"));
        assertThat(api().serves(PUBLIC)).isTrue();
    }

    @Test
    void whatGetsNothingThatIsServedNowIsServedLater() {
        database.table("orders");
        database.schema("people");
        database.table("people", "customers");
        mapping.served("people", "The \"Shop\"");
        authenticator("authenticator", List.of("pgrst.db_schemas=public"));
        RestApi.Change change = api().changes().get(0);
        assertThat(change.withMoves()).containsExactly(SHOP);
        assertThat(change.later()).containsExactly(Identifier.of("people"));
        assertThat(change.valueWithMoves()).contains("public, The \"Shop\"");
        assertThat(change.value()).isEqualTo("public, The \"Shop\", people");
        assertThat(api().servesAfter(SHOP)).isTrue();
        authenticator("authenticator", List.of("pgrst.db_schemas=api"));
        assertThat(api().changes()).extracting(RestApi.Change::withMoves).containsExactly(List.of());
    }

    private void authenticator(String name, List<String> everywhere, String... here) {
        List<Role.Membership> app = List.of(new Role.Membership(Identifier.of("app"), false));
        database.add(new Role(
                9_999,
                Identifier.of(name),
                false,
                true,
                false,
                app,
                Stream.concat(everywhere.stream(), List.of(here).stream()).toList(),
                List.of(here),
                true));
    }

    private RestApi api() {
        return RestApi.of(Assigner.assign(database.build(), mapping.build()));
    }

    private List<String> servers() {
        return api().servers().stream().map(s -> s.role().name().value()).toList();
    }

    private List<Identifier> served() {
        ApiServer server = api().servers().get(0);
        return api().served(server);
    }

    private static Set<Identifier> identifiers(String... names) {
        return Set.copyOf(List.of(names).stream().map(Identifier::of).toList());
    }
}
