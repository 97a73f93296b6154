package io.github.schemasplit.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiClientsTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder().tables("The \"Shop\"", "Order Items", "hidden");
    private final Relation items = database.table("Order Items");

    ApiClientsTest() {
        database.table("hidden");
        database.role("customer");
    }

    @Test
    void whatTheRolesOfAnApiMayUseIsLostToIt() {
        authenticator();
        database.grant(items, "customer=r");
        assertThat(losing()).containsExactly("table public.\"Order Items\"");
        assertThat(Found.of(database, mapping).severe()).containsExactly(HazardId.OLD_NAME_LOST, HazardId.API_CLIENTS);
    }

    @Test
    void privilegesOnAColumnAndThoseOfEverybodyCount() {
        authenticator();
        database.grantOnColumn(items, "=r");
        assertThat(losing()).containsExactly("table public.\"Order Items\"");
    }

    @Test
    void anAnonymousRoleAloneIsASign() {
        database.role("anon");
        database.grant(items, "anon=r");
        assertThat(losing()).hasSize(1);
    }

    @Test
    void routinesThatMoveAreCalledByTheirNames() {
        authenticator();
        database.routine("public", "f", "", "BEGIN END");
        mapping.routines("The \"Shop\"", "f");
        assertThat(losing()).containsExactly("routine public.f()");
    }

    @Test
    void rolesThatNoApiTakesDoNotCount() {
        database.grant(items, "customer=r", "=r");
        assertThat(losing()).isEmpty();
        authenticator();
        database.role("stranger");
        database.grant(items, "stranger=r");
        assertThat(losing()).isEmpty();
    }

    @Test
    void anApiThatServesTheTargetsLosesNothing() {
        database.add(Altered.settings(authenticator(), "pgrst.db_schemas=public , The \"Shop\""));
        database.grant(items, "customer=r");
        assertThat(losing()).isEmpty();
    }

    @Test
    void norDoesOneThatDoesNotServeTheSource() {
        database.add(Altered.settings(authenticator(), "pgrst.db_schemas=api"));
        database.grant(items, "customer=r");
        assertThat(losing()).isEmpty();
    }

    @Test
    void throughViewsTheApiGoesOn() {
        authenticator();
        database.grant(items, "customer=r");
        mapping.compatibility(Compatibility.VIEWS);
        assertThat(Found.of(database, mapping).severe()).isEmpty();
        assertThat(Found.of(database, mapping).subjects(HazardId.API_CLIENTS)).hasSize(1);
    }

    @Test
    void anApiThatServesTheTargetsAloneGainsWhatMovesWithoutRowSecurity() {
        database.add(Altered.settings(authenticator(), "pgrst.db_schemas=The \"Shop\""));
        database.schema("public", "customer=U");
        database.grant(items, "customer=r");
        mapping.compatibility(Compatibility.VIEWS);
        assertThat(Found.of(database, mapping).severe()).containsExactly(HazardId.API_GAINS_TABLES);
        assertThat(Found.of(database, mapping).subjects(HazardId.API_GAINS_TABLES))
                .containsExactly("schema \"The \"\"Shop\"\"\"");
        database.add(Altered.rowSecurity(database.build().relation(items.name()).orElseThrow()));
        assertThat(Found.of(database, mapping).severe()).isEmpty();
    }

    @Test
    void aSchemaThatComesToBeServedGainsTheTablesThatAreInIt() {
        database.add(Altered.settings(authenticator(), "pgrst.db_schemas=public"));
        database.schema("archive", "customer=U");
        Relation logs = database.table("archive", "logs");
        database.grant(logs, "customer=r");
        mapping.tables("archive", "logs").compatibility(Compatibility.VIEWS);
        assertThat(Found.of(database, mapping).severe()).isEmpty();
        mapping.served("archive");
        assertThat(Found.of(database, mapping).severe()).containsExactly(HazardId.API_GAINS_TABLES);
        assertThat(Found.of(database, mapping).subjects(HazardId.API_GAINS_TABLES))
                .containsExactly("schema archive");
        database.add(Altered.rowSecurity(database.build().relation(logs.name()).orElseThrow()));
        assertThat(Found.of(database, mapping).severe()).isEmpty();
    }

    private Role authenticator() {
        return database.role("authenticator", "customer");
    }

    private List<String> losing() {
        return Found.of(database, mapping).subjects(HazardId.API_CLIENTS);
    }
}
