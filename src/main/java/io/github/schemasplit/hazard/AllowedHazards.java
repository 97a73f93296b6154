package io.github.schemasplit.hazard;

import io.github.schemasplit.mapping.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The hazards that somebody has accepted.
 *
 * @param ids which
 */
public record AllowedHazards(Set<HazardId> ids) {
    /** None is accepted. */
    public static final AllowedHazards NONE = new AllowedHazards(Set.of());

    /** Each is accepted, whatever it is. */
    public static final AllowedHazards ALL = new AllowedHazards(EnumSet.allOf(HazardId.class));

    private static final String EACH = "all";

    public AllowedHazards {
        ids = Set.copyOf(ids);
    }

    /**
     * The hazards that a list names; {@code all} is each.
     *
     * @param items ids, or several with commas between them
     * @throws UnknownHazardException when one is no id
     */
    public static AllowedHazards parse(Collection<String> items) {
        Set<HazardId> ids = EnumSet.noneOf(HazardId.class);
        Set<String> unknown = new TreeSet<>();
        List<String> names = names();
        for (String item : items) {
            for (String word : item.split(",")) {
                String name = word.strip();
                if (name.equals(EACH)) {
                    ids.addAll(ALL.ids);
                } else if (names.contains(name)) {
                    ids.add(HazardId.valueOf(name));
                } else if (!name.isEmpty()) {
                    unknown.add(name);
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownHazardException(
                    unknown.stream().map(name -> complaint(name, names)).collect(Collectors.joining(", ")) + ". Write "
                            + EACH + ", or one or more of " + String.join(", ", names));
        }
        return new AllowedHazards(ids);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (HazardId id : HazardId.values()) {
            names.add(id.name());
        }
        return names;
    }

    private static String complaint(String name, List<String> names) {
        List<String> nearest = Nearest.to(name, names, 1);
        return "'" + name + "'" + (nearest.isEmpty() ? "" : " (do you mean " + nearest.get(0) + "?)");
    }

    /** The severe ones that nobody has accepted. */
    public List<Hazard> refused(Collection<Hazard> hazards) {
        List<Hazard> refused = new ArrayList<>();
        for (Hazard hazard : hazards) {
            if (hazard.isSevere() && !ids.contains(hazard.id())) {
                refused.add(hazard);
            }
        }
        return refused;
    }

    /** What to write so that these are accepted too: ids, with commas between them. */
    public String with(Collection<Hazard> others) {
        Set<HazardId> all = EnumSet.noneOf(HazardId.class);
        all.addAll(ids);
        for (Hazard hazard : others) {
            all.add(hazard.id());
        }
        List<String> names = new ArrayList<>();
        for (HazardId id : all) {
            names.add(id.name());
        }
        return String.join(",", names);
    }
}
