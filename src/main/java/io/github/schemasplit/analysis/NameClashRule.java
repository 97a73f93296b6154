package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names that moving objects take in their target schemas and that something there has, or another object that moves there too.
 * A name that is given up by the same plan counts as taken: the order of moves is not made to fit.
 */
final class NameClashRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        TakenNames names = new TakenNames(assignment.snapshot());
        Set<Identifier> targets = new HashSet<>();
        for (Placement placement : assignment.moves()) {
            targets.add(placement.target());
        }
        Map<Name, CatalogObject> existing = names.existing(targets);
        Map<Name, CatalogObject> arriving = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Placement placement : assignment.moves()) {
            Map<Name, CatalogObject> taken = names.of(placement);
            Name own = taken.keySet().iterator().next();
            boolean ownClashes = existing.containsKey(own) || arriving.containsKey(own);
            for (Map.Entry<Name, CatalogObject> entry : taken.entrySet()) {
                CatalogObject object = entry.getValue();
                CatalogObject there = existing.get(entry.getKey());
                CatalogObject coming = arriving.putIfAbsent(entry.getKey(), object);
                // A relation that clashes brings its row type and array type along: one finding is enough.
                if (ownClashes && entry.getKey().space() != own.space()) {
                    continue;
                }
                if (there != null) {
                    findings.add(clash(placement, object, "has " + there.describe() + " already"));
                } else if (coming != null) {
                    findings.add(clash(placement, object, "is also to get " + coming.describe()));
                }
            }
        }
        return findings;
    }

    private static Finding clash(Placement placement, CatalogObject object, String why) {
        String with = object.equals(placement.object())
                ? ""
                : " with " + placement.object().describe();
        return Finding.of(
                FindingCode.NAME_CLASH,
                Severity.ERROR,
                object.describe(),
                "it can not go to schema " + placement.target() + with + ": that schema " + why,
                "rename one of the two (ALTER … RENAME TO), drop the one that is not needed, or send "
                        + placement.object().describe() + " to another schema");
    }
}
