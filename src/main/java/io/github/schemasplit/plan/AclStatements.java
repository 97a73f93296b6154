package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.AclHolder;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.AclState;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The statements that make one access control list another.
 *
 * <p>The server changes an item where it stands, appends one that is new, and closes the gap where one has become empty. So the items
 * that both lists have stay as long as they come in the same order; what is out of order is taken away and given again at the end.
 * What is taken from somebody on a relation is taken on each of its columns as well, so columns come last.
 */
final class AclStatements {
    private final AclHolder holder;
    private final Identifier owner;
    private final Optional<Identifier> column;
    private final boolean ordered;
    private final List<AclItem> taken = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();

    private AclStatements(AclHolder holder, Identifier owner, Optional<Identifier> column) {
        this.holder = holder;
        this.owner = owner;
        this.column = column;
        this.ordered = !(holder instanceof AclHolder.OfNewObjects);
    }

    /** The statements, each without a semicolon, in order. */
    static List<String> change(AclHolder holder, Identifier owner, AclState from, AclState to) {
        AclStatements whole = new AclStatements(holder, owner, Optional.empty());
        whole.change(from.items(), to.items());
        List<String> statements = new ArrayList<>(whole.statements);
        Map<Integer, Identifier> columns = new TreeMap<>();
        from.columns().forEach(column -> columns.put(column.number(), column.name()));
        to.columns().forEach(column -> columns.put(column.number(), column.name()));
        columns.forEach((number, name) -> {
            AclStatements part = new AclStatements(holder, owner, Optional.of(name));
            part.change(whole.withoutTaken(from.column(number)), to.column(number));
            statements.addAll(part.statements);
        });
        return statements;
    }

    /** Whether a list without an order is empty on the way, though it was not before: then none of its items stays. */
    static boolean empties(List<AclItem> from, List<AclItem> to) {
        return !from.isEmpty() && to.stream().allMatch(item -> find(from, 0, item) < 0);
    }

    private void change(List<AclItem> from, List<AclItem> to) {
        List<AclItem> gone = new ArrayList<>(from);
        List<AclItem> made = new ArrayList<>();
        List<AclItem> kept = new ArrayList<>();
        List<AclItem> then = new ArrayList<>();
        int place = 0;
        for (AclItem item : to) {
            int found = made.isEmpty() || !ordered ? find(from, place, item) : -1;
            if (found < 0) {
                made.add(item);
            } else {
                gone.remove(from.get(found));
                kept.add(from.get(found));
                then.add(item);
                place = ordered ? found + 1 : 0;
            }
        }
        takeAway(gone);
        for (int i = 0; i < kept.size(); i++) {
            alter(kept.get(i), then.get(i));
        }
        for (AclItem item : made) {
            grant(without(item.privileges(), item.grantable()), item, false);
            grant(item.grantable(), item, true);
        }
    }

    /** What a role has granted on goes with what it was granted; only where it stays must the role itself take it away. */
    private void takeAway(List<AclItem> gone) {
        for (AclItem item : gone) {
            boolean granted = gone.stream()
                    .anyMatch(other -> other.grantee().equals(Grantee.of(item.grantor()))
                            && !other.grantee().equals(Grantee.of(owner)));
            if (granted) {
                taken.add(item);
            } else {
                boolean granting = gone.stream()
                        .anyMatch(other -> item.grantee().equals(Grantee.of(other.grantor()))
                                && !other.grantor().equals(owner));
                revoke(item.privileges(), Set.of(), item, granting);
            }
        }
    }

    private static int find(List<AclItem> items, int from, AclItem like) {
        for (int i = from; i < items.size(); i++) {
            if (isOfSame(items.get(i), like)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOfSame(AclItem one, AclItem other) {
        return one.grantee().equals(other.grantee()) && one.grantor().equals(other.grantor());
    }

    /** Grants come first, so that the item is never empty. */
    private void alter(AclItem from, AclItem to) {
        grant(without(without(to.privileges(), from.privileges()), to.grantable()), to, false);
        grant(without(to.grantable(), from.grantable()), to, true);
        Set<Privilege> ungrantable = without(from.grantable(), to.grantable());
        ungrantable.retainAll(to.privileges());
        revoke(without(from.privileges(), to.privileges()), ungrantable, to, false);
    }

    private void grant(Set<Privilege> privileges, AclItem item, boolean withOption) {
        if (!privileges.isEmpty()) {
            SqlPart end = () -> withOption ? " WITH GRANT OPTION" : "";
            add(Statement.of("%sGRANT %s ON %s TO %s%s", before(), list(privileges), on(), item.grantee(), end), item);
        }
    }

    /**
     * @param item whose
     * @param cascade whether the grantee has granted it on, so that it is taken from others too
     */
    private void revoke(Set<Privilege> privileges, Set<Privilege> grantable, AclItem item, boolean cascade) {
        if (!grantable.isEmpty()) {
            add(
                    Statement.of(
                            "%sREVOKE GRANT OPTION FOR %s ON %s FROM %s",
                            before(), list(grantable), on(), item.grantee()),
                    item);
        }
        if (!privileges.isEmpty()) {
            SqlPart end = () -> cascade ? " CASCADE" : "";
            add(
                    Statement.of("%sREVOKE %s ON %s FROM %s%s", before(), list(privileges), on(), item.grantee(), end),
                    item);
        }
        taken.add(new AclItem(item.grantee(), privileges, grantable, item.grantor()));
    }

    /** What another role than the owner has granted is that role's. */
    private void add(Statement statement, AclItem item) {
        boolean others = !item.grantor().equals(owner);
        if (others) {
            statements.add(Statement.of("SET LOCAL ROLE %s", item.grantor()).sql());
        }
        statements.add(statement.sql());
        if (others) {
            statements.add("RESET ROLE");
        }
    }

    /** What is left of a column's list. */
    private List<AclItem> withoutTaken(List<AclItem> items) {
        List<AclItem> left = new ArrayList<>();
        for (AclItem item : items) {
            Set<Privilege> privileges = new TreeSet<>(item.privileges());
            Set<Privilege> grantable = new TreeSet<>(item.grantable());
            taken.stream().filter(other -> isOfSame(other, item)).forEach(other -> {
                privileges.removeAll(other.privileges());
                grantable.removeAll(other.privileges());
                grantable.removeAll(other.grantable());
            });
            if (!privileges.isEmpty()) {
                left.add(new AclItem(item.grantee(), privileges, grantable, item.grantor()));
            }
        }
        return left;
    }

    private SqlPart before() {
        return holder instanceof AclHolder.OfNewObjects made
                ? Statement.of("ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA %s ", made.role(), made.schema())
                : () -> "";
    }

    private SqlPart list(Set<Privilege> privileges) {
        Set<Privilege> sorted = new TreeSet<>(privileges);
        return column.map(name -> Statement.list(sorted.stream()
                        .map(privilege -> Statement.of("%s (%s)", privilege, name))
                        .toList()))
                .orElseGet(() -> Statement.list(sorted));
    }

    private SqlPart on() {
        SqlPart keyword = () -> holder.kind().keyword();
        if (holder instanceof AclHolder.OfSchema schema) {
            return Statement.of("%s %s", keyword, schema.name());
        } else if (holder instanceof AclHolder.OfNewObjects made) {
            return DefaultAclObjects.ofLetter(made.kind().objectType());
        }
        AclHolder.OfObject object = (AclHolder.OfObject) holder;
        return object.kind() == AclKind.ROUTINE
                ? Statement.of("%s %s(%s)", keyword, object.name(), arguments(object))
                : Statement.of("%s %s", keyword, object.name());
    }

    /** These commands take no star for an aggregate without arguments. */
    private static SqlPart arguments(AclHolder.OfObject routine) {
        return () -> routine.arguments().equals("*") ? "" : routine.arguments();
    }

    private static Set<Privilege> without(Collection<Privilege> privileges, Collection<Privilege> others) {
        Set<Privilege> rest = new TreeSet<>(privileges);
        rest.removeAll(others);
        return rest;
    }
}
