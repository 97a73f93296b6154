package io.github.schemasplit.verify;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.plan.Contraction;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compatibility views that migrations have made and that are gone, though no plan has dropped them: by the rest of the catalog nobody
 * could tell that there were any.
 */
final class GoneOldNames {
    private final Snapshot database;
    private final Contraction contraction;
    private final Collection<CompatibilityView> left;

    /**
     * @param left the views that the journal's plans have left
     */
    GoneOldNames(Snapshot database, Collection<CompatibilityView> left) {
        this.database = database;
        this.contraction = new Contraction(database);
        this.left = left;
    }

    /** One for each; what has such a name by now is found as new, and where the relation is gone, that is what is found. */
    Stream<Finding> findings() {
        return left.stream()
                .filter(view -> database.relation(view.name()).isEmpty())
                .flatMap(view -> relation(view).map(relation -> finding(view, relation)).stream());
    }

    private Optional<Relation> relation(CompatibilityView view) {
        return database.relation(view.object().oid()).or(() -> database.relation(view.relation()));
    }

    private Finding finding(CompatibilityView view, Relation relation) {
        String remedy = contraction
                .again(view)
                .map(again ->
                        "to have it back, run: BEGIN; " + String.join("; ", again.creationInOrder()) + "; COMMIT;")
                .orElse("no view would give everybody what " + relation.describe()
                        + " gives by now, so what uses it has to use the new name.");
        return new Finding(
                FindingCode.OLD_NAME_GONE,
                Severity.WARNING,
                "view " + view.name(),
                "It is gone, and not by schema:contract: statements that use this old name of " + relation.describe()
                        + " fail.",
                "Nothing, if none uses it any more; else " + remedy,
                Optional.empty());
    }
}
