package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * That a name is taken in the schema to which an object is to move.
 *
 * @param moving the object
 * @param target the schema
 * @param bearer what would get the name there: the object, or what goes with it, such as an index
 * @param why what has the name there already, or is to get it too, as the end of a sentence about the schema
 */
public record NameClash(SchemaObject moving, Identifier target, CatalogObject bearer, String why) {
    /**
     * The clashes of moves, in their order. A name that is given up by another of them counts as taken: the order of moves is not
     * made to fit.
     *
     * @param moves what moves, and where to
     */
    public static List<NameClash> of(Snapshot snapshot, Map<SchemaObject, Identifier> moves) {
        TakenNames names = new TakenNames(snapshot);
        Map<Name, CatalogObject> existing = names.existing(new HashSet<>(moves.values()));
        Map<Name, CatalogObject> arriving = new HashMap<>();
        List<NameClash> clashes = new ArrayList<>();
        for (Map.Entry<SchemaObject, Identifier> move : moves.entrySet()) {
            Map<Name, CatalogObject> taken = names.of(move.getKey(), move.getValue());
            Name own = taken.keySet().iterator().next();
            boolean ownClashes = existing.containsKey(own) || arriving.containsKey(own);
            for (Map.Entry<Name, CatalogObject> entry : taken.entrySet()) {
                CatalogObject there = existing.get(entry.getKey());
                CatalogObject coming = arriving.putIfAbsent(entry.getKey(), entry.getValue());
                // A relation that clashes brings its row type and array type along: one clash is enough.
                if (ownClashes && entry.getKey().space() != own.space()) {
                    continue;
                }
                if (there != null) {
                    clashes.add(clash(move, entry.getValue(), "has " + there.describe() + " already"));
                } else if (coming != null) {
                    clashes.add(clash(move, entry.getValue(), "is also to get " + coming.describe()));
                }
            }
        }
        return List.copyOf(clashes);
    }

    private static NameClash clash(Map.Entry<SchemaObject, Identifier> move, CatalogObject bearer, String why) {
        return new NameClash(move.getKey(), move.getValue(), bearer, why);
    }

    /** Why the bearer can not get the name, as a clause. */
    public String describe() {
        String with = bearer.equals(moving) ? "" : " with " + moving.describe();
        return "it can not go to schema " + target + with + ": that schema " + why;
    }
}
