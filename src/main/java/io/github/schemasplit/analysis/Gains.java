package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.sql.Identifier;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Which of some groups of objects each role comes to reach. */
final class Gains {
    private final RoleMembership roles;
    private final List<HeldObjects> groups;
    private final Map<Identifier, BitSet> gains = new LinkedHashMap<>();

    /**
     * @param opened whether a group becomes open to a role; the role gains it if it is also among its holders
     */
    Gains(Reach reach, List<HeldObjects> groups, BiPredicate<Identifier, HeldObjects> opened) {
        this.roles = reach.roles();
        this.groups = groups;
        for (Identifier role : reach.boundRoles()) {
            BitSet gained = new BitSet();
            for (int i = 0; i < groups.size(); i++) {
                HeldObjects group = groups.get(i);
                if (opened.test(role, group) && group.holders().include(role, roles)) {
                    gained.set(i);
                }
            }
            if (!gained.isEmpty()) {
                gains.put(role, gained);
            }
        }
    }

    /** What each role gains, without the roles that gain no more than another whose rights they have. */
    Map<Identifier, List<HeldObjects>> byRole() {
        Map<Identifier, List<HeldObjects>> byRole = new LinkedHashMap<>();
        for (Map.Entry<Identifier, BitSet> gain : gains.entrySet()) {
            if (!isSaidOfARoleThatItInherits(gain.getKey(), gain.getValue())) {
                byRole.put(
                        gain.getKey(),
                        gain.getValue().stream().mapToObj(groups::get).toList());
            }
        }
        return byRole;
    }

    private boolean isSaidOfARoleThatItInherits(Identifier role, BitSet gained) {
        return gains.entrySet().stream()
                .filter(e -> !e.getKey().equals(role) && roles.inherits(role, e.getKey()))
                .anyMatch(e -> {
                    BitSet more = (BitSet) gained.clone();
                    more.andNot(e.getValue());
                    return more.isEmpty();
                });
    }
}
