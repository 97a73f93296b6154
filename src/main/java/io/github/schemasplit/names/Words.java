package io.github.schemasplit.names;

import io.github.schemasplit.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Numbers and lists in messages. */
public final class Words {
    private static final int SHOWN = 3;

    private Words() {}

    /** {@code 1 table}, {@code 2 tables}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The first few, and how many more there are. */
    public static String some(Collection<?> things) {
        List<String> shown = new ArrayList<>();
        for (Object thing : things) {
            if (shown.size() < SHOWN) {
                shown.add(thing.toString());
            }
        }
        int more = things.size() - shown.size();
        return String.join(", ", shown) + (more == 0 ? "" : " and " + more + " more");
    }

    /** The first few objects, and how many more there are. */
    public static String described(Collection<? extends CatalogObject> objects) {
        List<String> described = new ArrayList<>();
        for (CatalogObject object : objects) {
            described.add(object.describe());
        }
        return some(described);
    }
}
