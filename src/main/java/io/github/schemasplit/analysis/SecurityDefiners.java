package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.names.Words;
import java.util.Collection;
import java.util.List;

/** Routines that run with the rights of their owners: access to one is access to what its owner may do. */
final class SecurityDefiners {
    private SecurityDefiners() {}

    /** The end of a message that names those among some objects; empty when there are none. */
    static String among(Collection<CatalogObject> objects) {
        List<CatalogObject> definers = objects.stream()
                .filter(o -> o instanceof Routine routine && routine.securityDefiner())
                .toList();
        return definers.isEmpty()
                ? ""
                : "; " + Words.count(definers.size(), "SECURITY DEFINER routine") + " among them ("
                        + Words.described(definers)
                        + (definers.size() == 1 ? ") acts with its owner's rights" : ") act with their owners' rights");
    }
}
