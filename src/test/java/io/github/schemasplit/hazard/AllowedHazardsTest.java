package io.github.schemasplit.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedHazardsTest {
    private static final Hazard SEVERE =
            new Hazard(HazardId.API_CLIENTS, HazardSeverity.SEVERE, List.of("table public.orders"));
    private static final Hazard NOTICE =
            new Hazard(HazardId.CROSS_SCHEMA_FK, HazardSeverity.NOTICE, List.of("schema a to schema b"));

    @Test
    void idsStandOneByOneOrWithCommas() {
        assertThat(AllowedHazards.parse(List.of("API_CLIENTS", " DYNAMIC_SQL , OLD_NAME_LOST,"))
                        .ids())
                .containsExactlyInAnyOrder(HazardId.API_CLIENTS, HazardId.DYNAMIC_SQL, HazardId.OLD_NAME_LOST);
        assertThat(AllowedHazards.parse(List.of())).isEqualTo(AllowedHazards.NONE);
        assertThat(AllowedHazards.parse(List.of("API_CLIENTS, all"))).isEqualTo(AllowedHazards.ALL);
    }

    @Test
    void whatIsNoHazardIsSaidWithWhatMayHaveBeenMeant() {
        assertThatExceptionOfType(UnknownHazardException.class)
                .isThrownBy(() -> AllowedHazards.parse(List.of("OLD_NAMES_LOST", "cross_schema_fk,DYNAMIC_SQL", "x")))
                .withMessageStartingWith(
                        "'OLD_NAMES_LOST' (do you mean OLD_NAME_LOST?),"
                                + " 'cross_schema_fk' (do you mean CROSS_SCHEMA_FK?), 'x'. Write all, or one or more of OLD_NAME_LOST, ")
                .withMessageEndingWith(", API_COMPUTED_FIELD");
    }

    @Test
    void onlySevereOnesAreRefused() {
        List<Hazard> both = List.of(SEVERE, NOTICE);
        assertThat(AllowedHazards.NONE.refused(both)).containsExactly(SEVERE);
        assertThat(AllowedHazards.parse(List.of("CROSS_SCHEMA_FK")).refused(both))
                .containsExactly(SEVERE);
        assertThat(AllowedHazards.parse(List.of("API_CLIENTS")).refused(both)).isEmpty();
        assertThat(AllowedHazards.ALL.refused(both)).isEmpty();
    }

    @Test
    void whatToWriteHasWhatIsAcceptedAlready() {
        assertThat(AllowedHazards.parse(List.of("DYNAMIC_SQL")).with(List.of(SEVERE)))
                .isEqualTo("DYNAMIC_SQL,API_CLIENTS");
    }
}
