package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Observation;
import io.github.schemasplit.jdbc.ObservationRows;
import io.github.schemasplit.jdbc.Observations;
import java.util.Optional;
import java.util.UUID;

/** Looks at what the server counts of statements and tables, and keeps it with the journal, so that it can be compared later. */
final class Watch {
    private static final String OTHERWISE =
            "What the server counts was not kept, so that schema:info -Dschema.compare can not compare with"
                    + " it (schema.observe=false keeps nothing)";

    private final Workplace workplace;
    private final ChangeListener listener;
    private boolean asked;
    private Optional<Observation> taken = Optional.empty();

    Watch(Workplace workplace, ChangeListener listener) {
        this.workplace = workplace;
        this.listener = listener;
    }

    /** Looks, the first time that it is asked to. */
    void take() {
        if (!asked) {
            asked = true;
            Afterwards.run(
                    listener,
                    OTHERWISE,
                    () -> taken = Optional.of(Session.run(
                            workplace,
                            false,
                            ChangeListener.NONE,
                            connection -> ObservationRows.read(
                                    connection, workplace.journalSchema(), workplace.statementTimeout()))));
        }
    }

    /**
     * Keeps what it saw, the first time that it is asked to.
     *
     * @param entry the first entry of the journal that was made right after; empty when it was for no change
     */
    void keep(Optional<UUID> entry) {
        Optional<Observation> seen = taken;
        taken = Optional.empty();
        if (seen.isPresent()) {
            Afterwards.run(
                    listener,
                    OTHERWISE,
                    () -> Session.run(workplace, true, ChangeListener.NONE, connection -> {
                        new Observations(connection, workplace.journalSchema(), workplace.statementTimeout())
                                .keep(seen.get(), entry, workplace.pluginVersion());
                        return seen;
                    }));
        }
    }
}
