package io.github.schemasplit.dictionary;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.sql.Identifier;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who, besides the owner, may do what with something: by whoever holds it, PUBLIC first. Who granted it, and in which order, is not told.
 *
 * @param byGrantee the privileges, as they are said
 */
record Access(SortedMap<Grantee, String> byGrantee) {
    /** On a relation, and on its columns. */
    static Access of(DocumentedDatabase database, Relation relation) {
        AclKind kind = relation.kind() == RelationKind.SEQUENCE ? AclKind.SEQUENCE : AclKind.TABLE;
        SortedMap<Grantee, String> all =
                new TreeMap<>(of(kind, relation.acl(), relation.owner(), database.major()).byGrantee);
        Map<Grantee, SortedMap<Privilege, String>> columns = new LinkedHashMap<>();
        for (Column column : relation.columns()) {
            merged(column.acl().map(Acl::items).orElse(List.of()), relation.owner())
                    .forEach((grantee, held) -> {
                        SortedMap<Privilege, String> own = columns.computeIfAbsent(grantee, g -> new TreeMap<>());
                        held.privileges.forEach(privilege -> own.merge(
                                privilege,
                                column.name().sql() + (held.grantable.contains(privilege) ? " with grant option" : ""),
                                (one, other) -> one + ", " + other));
                    });
        }
        columns.forEach((grantee, own) -> own.forEach((privilege, names) ->
                all.merge(grantee, privilege.sql() + " (" + names + ")", (one, other) -> one + ", " + other)));
        return new Access(all);
    }

    /** On something else. */
    static Access of(AclKind kind, Optional<Acl> acl, Identifier owner, int major) {
        return of(kind, kind.items(acl, owner, major), owner, major);
    }

    static Access of(AclKind kind, List<AclItem> items, Identifier owner, int major) {
        Set<Privilege> all = EnumSet.copyOf(kind.privileges(major));
        SortedMap<Grantee, String> words = new TreeMap<>();
        merged(items, owner).forEach((grantee, held) -> words.put(grantee, held.words(all)));
        return new Access(words);
    }

    private static SortedMap<Grantee, Held> merged(Collection<AclItem> items, Identifier owner) {
        SortedMap<Grantee, Held> merged = new TreeMap<>();
        for (AclItem item : items) {
            if (!item.grantee().equals(Grantee.of(owner)) && !item.privileges().isEmpty()) {
                Held held = merged.computeIfAbsent(item.grantee(), g -> Held.nothing());
                held.privileges.addAll(item.privileges());
                held.grantable.addAll(item.grantable());
            }
        }
        return merged;
    }

    boolean isEmpty() {
        return byGrantee.isEmpty();
    }

    /** All of it in one line. */
    Line line() {
        return Line.list(byGrantee.entrySet().stream()
                .map(e -> who(e.getKey()).and(": " + e.getValue()))
                .toList());
    }

    static Line who(Grantee grantee) {
        return Line.code(grantee.sql());
    }

    private record Held(Set<Privilege> privileges, Set<Privilege> grantable) {
        static Held nothing() {
            return new Held(EnumSet.noneOf(Privilege.class), EnumSet.noneOf(Privilege.class));
        }

        /**
         * @param all what there is, for which there is one word
         */
        String words(Set<Privilege> all) {
            String words = privileges.equals(all) && all.size() > 1 ? "all" : sql(privileges);
            return words
                    + (grantable.isEmpty()
                            ? ""
                            : grantable.equals(privileges)
                                    ? ", with grant option"
                                    : ", grant option for " + sql(grantable));
        }

        private static String sql(Set<Privilege> privileges) {
            return privileges.stream().map(Privilege::sql).collect(Collectors.joining(", "));
        }
    }
}
