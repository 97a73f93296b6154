package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.AclState;
import io.github.schemasplit.catalog.DefaultAcl;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.HeldAcl;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.mapping.Access;
import io.github.schemasplit.mapping.AccessGrants;
import io.github.schemasplit.mapping.AccessPreset;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What the mapping says of access in one target schema: what each access control list is to be, whatever it is now.
 *
 * <p>Who has something and is not named keeps it, unless the mapping is strict. An owner's own privileges are nobody's business.
 */
public final class TargetAccess {
    private static final List<Identifier> SUPABASE =
            List.of(Identifier.of("anon"), Identifier.of("authenticated"), Identifier.of("service_role"));

    private final Assignment assignment;
    private final Snapshot snapshot;
    private final TargetSchema target;
    private final Located<Access> access;
    private final int major;

    private TargetAccess(Assignment assignment, TargetSchema target, Located<Access> access) {
        this.assignment = assignment;
        this.snapshot = assignment.snapshot();
        this.target = target;
        this.access = access;
        this.major = snapshot.server().major();
    }

    /** Those of the target schemas of which the mapping says something, in its order. */
    public static List<TargetAccess> of(Assignment assignment) {
        List<TargetAccess> all = new ArrayList<>();
        for (TargetSchema target : assignment.mapping().targets()) {
            if (target.access().isPresent()) {
                all.add(new TargetAccess(assignment, target, target.access().get()));
            }
        }
        return List.copyOf(all);
    }

    /** The schema. */
    public Identifier schema() {
        return target.name().value();
    }

    /** What the mapping says, and where. */
    public Located<Access> said() {
        return access;
    }

    /** What is in the schema once everything is in its place, by kind and name; what belongs to an extension is left alone. */
    private List<SchemaObject> objects() {
        List<SchemaObject> objects = new ArrayList<>();
        Consumer<SchemaObject> add = object -> {
            if (schemaAfter(object).equals(schema()) && !snapshot.isExtensionMember(object.id())) {
                objects.add(object);
            }
        };
        snapshot.all(Relation.class).stream().filter(r -> !r.temporary()).forEach(add);
        snapshot.all(Routine.class).forEach(add);
        snapshot.all(Type.class).forEach(add);
        return objects;
    }

    /**
     * The changes of the lists of what is in the schema, columns among them, those that nobody can make included. Everything is called
     * as it will be, but for the types of a routine's arguments.
     */
    public List<AclChange> changes() {
        List<AclChange> changes = new ArrayList<>();
        for (SchemaObject object : objects()) {
            HeldAcl.of(object, snapshot).ifPresent(held -> {
                AclChange change = new AclChange(held.holder().in(schema()), held.owner(), held.state(), wish(held));
                if (!change.isNone()) {
                    changes.add(change);
                }
            });
        }
        return changes;
    }

    /** A sequence that a column owns goes with its table. */
    private Identifier schemaAfter(SchemaObject object) {
        Optional<Relation> owner =
                object instanceof Relation relation ? snapshot.sequenceOwners().owner(relation.id()) : Optional.empty();
        return owner.map(assignment::schemaAfter)
                .orElseGet(() -> assignment
                        .placement(object.id())
                        .map(Placement::target)
                        .orElse(object.name().schema()));
    }

    /** The roles that it gives USAGE on the schema, or leaves it. */
    public Set<Identifier> usage() {
        Set<Identifier> usage = new TreeSet<>(access.value().usage());
        if (isSupabase()) {
            usage.addAll(SUPABASE);
        }
        return usage;
    }

    /** The list of the schema itself, of which it is {@code now}. */
    public List<AclItem> ofSchema(List<AclItem> now, Identifier owner) {
        Map<Grantee, Set<Privilege>> wanted = new LinkedHashMap<>();
        add(wanted, access.value().usage(), EnumSet.of(Privilege.USAGE));
        add(wanted, access.value().create(), EnumSet.of(Privilege.CREATE));
        if (isSupabase()) {
            Optional<Acl> source =
                    snapshot.schema(assignment.mapping().source().value()).flatMap(Schema::acl);
            for (Identifier role : SUPABASE) {
                if (source.filter(acl -> acl.grants(Privilege.USAGE, Grantee.of(role)))
                        .isPresent()) {
                    add(wanted, List.of(role), EnumSet.of(Privilege.USAGE));
                }
            }
        }
        if (access.value().takesTheRest()) {
            addOwnersWithUsage(wanted, now);
        }
        return list(now, owner, wanted);
    }

    /** Foreign keys are checked in the names of the owners of their tables, who keep what that needs, however they had it. */
    private void addOwnersWithUsage(Map<Grantee, Set<Privilege>> wanted, List<AclItem> now) {
        RoleMembership roles = snapshot.roleMembership();
        for (Identifier owner : owners()) {
            boolean has = now.stream()
                    .filter(item -> item.privileges().contains(Privilege.USAGE))
                    .anyMatch(item -> roles.inherits(owner, item.grantee()));
            if (has && !roles.inherits(owner, ownerOfSchema())) {
                add(wanted, Grantee.of(owner), EnumSet.of(Privilege.USAGE));
            }
        }
    }

    /** What is to be granted on an object: of columns nothing is said in the mapping. */
    private AclState wish(HeldAcl held) {
        Map<Grantee, Set<Privilege>> wanted =
                wanted(access.value().existing(), held.holder().kind());
        return new AclState(
                list(held.state().items(), held.owner(), wanted),
                held.state().columns().stream()
                        .map(column -> new AclState.OfColumn(
                                column.number(), column.name(), list(column.items(), held.owner(), Map.of())))
                        .toList());
    }

    /** The list of what a role will make, of which it is {@code now}. */
    public List<AclItem> ofNewObjects(AclKind kind, List<AclItem> now, Identifier role) {
        Map<Grantee, Set<Privilege>> wanted = new LinkedHashMap<>();
        if (creators().contains(role)) {
            wanted.putAll(wanted(access.value().defaults(), kind));
        }
        if (isSupabase()) {
            addDefaultsOfSource(wanted, kind, role);
        }
        return list(now, role, wanted);
    }

    private void addDefaultsOfSource(Map<Grantee, Set<Privilege>> wanted, AclKind kind, Identifier role) {
        for (DefaultAcl defaults : snapshot.all(DefaultAcl.class)) {
            if (defaults.role().equals(role)
                    && defaults.objectType() == kind.objectType()
                    && defaults.schema()
                            .filter(assignment.mapping().source().value()::equals)
                            .isPresent()) {
                for (AclItem item : defaults.acl().items()) {
                    if (isOfSupabase(item.grantee())) {
                        add(wanted, item.grantee(), item.privileges());
                    }
                }
            }
        }
    }

    /** The roles whose new objects it is about: those that the mapping names, or the owners of the schema and of what is in it. */
    private Set<Identifier> creators() {
        Set<Identifier> creators = new TreeSet<>(access.value().creators());
        if (creators.isEmpty()) {
            creators.add(ownerOfSchema());
            creators.addAll(owners());
        }
        return creators;
    }

    /** Who owns the schema, or will when it is made. */
    public Identifier ownerOfSchema() {
        return snapshot.schema(schema())
                .map(Schema::owner)
                .or(() -> target.owner().map(Located::value))
                .orElse(snapshot.server().currentRole());
    }

    /** Who owns something in it. */
    public Set<Identifier> owners() {
        Set<Identifier> owners = new TreeSet<>();
        objects().forEach(object -> owners.add(object.owner()));
        return owners;
    }

    /** The roles that make something in the source schema on which Supabase's roles get something by default. */
    public Set<Identifier> rolesWithDefaults() {
        Set<Identifier> roles = new TreeSet<>();
        if (!access.value().defaults().byKind().isEmpty()) {
            roles.addAll(creators());
        }
        for (DefaultAcl defaults : snapshot.all(DefaultAcl.class)) {
            boolean ofTarget = defaults.schema().filter(schema()::equals).isPresent();
            boolean ofSource = isSupabase()
                    && defaults.schema()
                            .filter(assignment.mapping().source().value()::equals)
                            .isPresent();
            if (ofTarget && access.value().takesTheRest() || ofSource) {
                roles.add(defaults.role());
            }
        }
        return roles;
    }

    private Map<Grantee, Set<Privilege>> wanted(AccessGrants grants, AclKind kind) {
        Map<Grantee, Set<Privilege>> wanted = new LinkedHashMap<>();
        grants.on(kind.plural()).forEach((role, words) -> {
            Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
            for (String word : words) {
                if (word.equals("all")) {
                    privileges.addAll(kind.privileges(major));
                } else {
                    privileges.add(Privilege.valueOf(word.toUpperCase(Locale.ROOT)));
                }
            }
            // An older server has no MAINTAIN.
            privileges.retainAll(kind.privileges(major));
            add(wanted, List.of(role), privileges);
        });
        return wanted;
    }

    private static void add(
            Map<Grantee, Set<Privilege>> wanted, Collection<Identifier> roles, Set<Privilege> privileges) {
        for (Identifier role : roles) {
            add(wanted, role.equals(Access.EVERYBODY) ? Grantee.PUBLIC : Grantee.of(role), privileges);
        }
    }

    private static void add(Map<Grantee, Set<Privilege>> wanted, Grantee grantee, Set<Privilege> privileges) {
        wanted.computeIfAbsent(grantee, g -> EnumSet.noneOf(Privilege.class)).addAll(privileges);
    }

    private boolean isSupabase() {
        return access.value().preset().filter(p -> p == AccessPreset.SUPABASE).isPresent();
    }

    private static boolean isOfSupabase(Grantee grantee) {
        return grantee.role().filter(SUPABASE::contains).isPresent();
    }

    /** Whether what a grantee has and the mapping does not give stays. */
    private boolean keeps(AclItem item, Identifier owner) {
        return !access.value().takesTheRest()
                || item.grantee().equals(Grantee.of(owner))
                || isSupabase() && isOfSupabase(item.grantee());
    }

    private List<AclItem> list(List<AclItem> now, Identifier owner, Map<Grantee, Set<Privilege>> wanted) {
        Map<Grantee, Set<Privilege>> missing = new LinkedHashMap<>();
        wanted.forEach((grantee, privileges) -> add(missing, grantee, privileges));
        List<AclItem> items = new ArrayList<>();
        for (AclItem item : now) {
            boolean others = !item.grantor().equals(owner);
            if (others && access.value().takesTheRest()) {
                // Who granted it may lose the right to: it is the owner's to give from now on.
                if (keeps(item, owner)) {
                    add(missing, item.grantee(), item.privileges());
                }
                continue;
            }
            Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
            if (!others && missing.containsKey(item.grantee())) {
                privileges.addAll(missing.remove(item.grantee()));
            }
            Set<Privilege> grantable = Set.of();
            if (keeps(item, owner)) {
                privileges.addAll(item.privileges());
                grantable = item.grantable();
            }
            if (!privileges.isEmpty()) {
                items.add(new AclItem(item.grantee(), privileges, grantable, item.grantor()));
            }
        }
        missing.forEach((grantee, privileges) -> {
            if (!privileges.isEmpty()) {
                items.add(new AclItem(grantee, privileges, Set.of(), owner));
            }
        });
        return items;
    }
}
