package io.github.schemasplit.backup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a schema's archive is restored into a database, since that depends on what is there.
 *
 * @param items the items that are made
 * @param leftOut the items that are not, since what they need is not there
 * @param added the objects of other schemas that are made, since something needs them and they are not there
 */
public record ChosenItems(List<ArchiveItem> items, List<LeftOut> leftOut, List<String> added) {
    public ChosenItems {
        items = List.copyOf(items);
        leftOut = List.copyOf(leftOut);
        added = List.copyOf(added);
    }

    /**
     * An item that is not made.
     *
     * @param item which
     * @param missing what it needs
     */
    public record LeftOut(ArchiveItem item, List<String> missing) {
        public LeftOut {
            missing = List.copyOf(missing);
        }

        @Override
        public String toString() {
            return item.object().orElse(item.line()) + " needs " + String.join(", ", missing);
        }
    }

    /**
     * @param items the archive's
     * @param present the objects of the database, by kind and name
     */
    public static ChosenItems of(List<ArchiveItem> items, Collection<String> present) {
        Set<String> there = new HashSet<>(present);
        List<ArchiveItem> chosen = new ArrayList<>();
        for (ArchiveItem item : items) {
            if (item.object().isEmpty() || !there.contains(item.object().get())) {
                chosen.add(item);
            }
        }
        List<LeftOut> leftOut = new ArrayList<>();
        // What needs something that is left out is left out, too, and so on.
        for (List<LeftOut> without = lacking(chosen, there); !without.isEmpty(); without = lacking(chosen, there)) {
            leftOut.addAll(without);
            for (LeftOut one : without) {
                chosen.remove(one.item());
            }
        }
        Set<String> added = new TreeSet<>();
        for (ArchiveItem item : chosen) {
            if (!item.own()) {
                item.object().ifPresent(added::add);
            }
        }
        return new ChosenItems(chosen, leftOut, List.copyOf(added));
    }

    private static List<LeftOut> lacking(List<ArchiveItem> chosen, Set<String> present) {
        Set<String> there = new HashSet<>(present);
        for (ArchiveItem item : chosen) {
            item.object().ifPresent(there::add);
        }
        List<LeftOut> lacking = new ArrayList<>();
        for (ArchiveItem item : chosen) {
            List<String> missing =
                    item.uses().stream().filter(used -> !there.contains(used)).toList();
            if (!missing.isEmpty()) {
                lacking.add(new LeftOut(item, missing));
            }
        }
        return lacking;
    }
}
