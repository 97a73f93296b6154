package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the catalog held at one moment: every object of the schemas that are not the server's own.
 *
 * <p>Immutable. Objects of a kind come in a stable order: by name, then by OID.
 */
public final class Snapshot {
    private final Server server;
    private final Map<Class<? extends CatalogObject>, List<CatalogObject>> byClass;
    private final Map<ObjectId, CatalogObject> byId = new HashMap<>();
    private final Map<QualifiedName, Relation> relationsByName = new HashMap<>();
    private final Map<Identifier, Schema> schemasByName = new HashMap<>();
    private final Map<Identifier, Role> rolesByName = new HashMap<>();
    private final List<Comment> comments;
    private final List<SecurityLabel> securityLabels;
    private final Map<ObjectId, String> commentsByObject = new HashMap<>();
    private final List<TextConstant> textConstants;
    private final List<Dependency> dependencies;
    private final Set<ObjectId> extensionMembers;
    private final SequenceOwners sequenceOwners;
    private final RoleMembership roleMembership;
    private final ScheduledJobs scheduledJobs;
    private final List<Subscription> subscriptions;

    /** A snapshot of a database without jobs and subscriptions. */
    public Snapshot(
            Server server,
            Collection<? extends CatalogObject> objects,
            Collection<Comment> comments,
            Collection<SecurityLabel> securityLabels,
            Collection<TextConstant> textConstants,
            Collection<Dependency> dependencies) {
        this(server, objects, comments, securityLabels, textConstants, dependencies, ScheduledJobs.ABSENT, List.of());
    }

    /**
     * @param objects every object, those of a kind in their order
     */
    public Snapshot(
            Server server,
            Collection<? extends CatalogObject> objects,
            Collection<Comment> comments,
            Collection<SecurityLabel> securityLabels,
            Collection<TextConstant> textConstants,
            Collection<Dependency> dependencies,
            ScheduledJobs scheduledJobs,
            List<Subscription> subscriptions) {
        this.server = server;
        this.scheduledJobs = scheduledJobs;
        this.subscriptions = List.copyOf(subscriptions);
        this.comments = List.copyOf(comments);
        this.securityLabels = List.copyOf(securityLabels);
        for (Comment comment : comments) {
            if (comment.column() == 0) {
                commentsByObject.put(comment.object(), comment.text());
            }
        }
        this.textConstants = List.copyOf(textConstants);
        this.dependencies = List.copyOf(dependencies);
        this.extensionMembers = extensionMembers(dependencies);
        Map<Class<? extends CatalogObject>, List<CatalogObject>> groups = new LinkedHashMap<>();
        for (CatalogObject object : objects) {
            List<CatalogObject> group = groups.getOrDefault(object.getClass(), new ArrayList<>());
            group.add(object);
            groups.put(object.getClass(), group);
            byId.put(object.id(), object);
            if (object instanceof Relation relation) {
                relationsByName.put(relation.name(), relation);
            } else if (object instanceof Schema schema) {
                schemasByName.put(schema.name(), schema);
            } else if (object instanceof Role role) {
                rolesByName.put(role.name(), role);
            }
        }
        for (Map.Entry<Class<? extends CatalogObject>, List<CatalogObject>> group : groups.entrySet()) {
            group.setValue(List.copyOf(group.getValue()));
        }
        this.byClass = groups;
        this.sequenceOwners = new SequenceOwners(this);
        this.roleMembership = new RoleMembership(this);
    }

    private static Set<ObjectId> extensionMembers(Collection<Dependency> dependencies) {
        Set<ObjectId> members = new HashSet<>();
        for (Dependency dependency : dependencies) {
            if (dependency.type() == 'e') {
                members.add(dependency.dependent());
            }
        }
        return Set.copyOf(members);
    }

    /** The same moment, as if some relations were not there: they, their types, and all else that is a part of them. */
    public Snapshot without(Collection<Relation> relations) {
        if (relations.isEmpty()) {
            return this;
        }
        Set<ObjectId> left = new HashSet<>();
        for (Relation relation : relations) {
            left.add(relation.id());
        }
        List<CatalogObject> kept = new ArrayList<>();
        for (CatalogObject object : objects().toList()) {
            if (isPartOfAny(object, left)) {
                left.add(object.id());
            } else {
                kept.add(object);
            }
        }
        return new Snapshot(
                server,
                kept,
                comments.stream().filter(c -> !left.contains(c.object())).toList(),
                securityLabels.stream().filter(l -> !left.contains(l.object())).toList(),
                textConstants.stream().filter(c -> !left.contains(c.object())).toList(),
                dependencies.stream()
                        .filter(d -> !left.contains(d.dependent()) && !left.contains(d.referenced()))
                        .toList(),
                scheduledJobs,
                subscriptions);
    }

    /** An array type is a part of a row type, and that of a relation. */
    private boolean isPartOfAny(CatalogObject object, Set<ObjectId> wholes) {
        if (wholes.contains(object.id())) {
            return true;
        }
        Optional<CatalogObject> whole = object.partOf().flatMap(this::find);
        return whole.isPresent() && isPartOfAny(whole.get(), wholes);
    }

    public Server server() {
        return server;
    }

    /** All objects of one kind, in their order. */
    public <T extends CatalogObject> List<T> all(Class<T> kind) {
        // The list holds objects of exactly this class: it is keyed by getClass().
        @SuppressWarnings("unchecked")
        List<T> list = (List<T>) byClass.getOrDefault(kind, List.of());
        return list;
    }

    /** Every object of every kind. */
    public Stream<CatalogObject> objects() {
        List<CatalogObject> objects = new ArrayList<>();
        for (List<CatalogObject> ofKind : byClass.values()) {
            objects.addAll(ofKind);
        }
        return objects.stream();
    }

    public List<Relation> relations() {
        return all(Relation.class);
    }

    public List<Comment> comments() {
        return comments;
    }

    public List<SecurityLabel> securityLabels() {
        return securityLabels;
    }

    /** The text constants in stored expressions that may name objects, those of an object together. */
    public List<TextConstant> textConstants() {
        return textConstants;
    }

    public ScheduledJobs scheduledJobs() {
        return scheduledJobs;
    }

    /** Those that feed tables of this database. */
    public List<Subscription> subscriptions() {
        return subscriptions;
    }

    public List<Dependency> dependencies() {
        return dependencies;
    }

    public Optional<CatalogObject> find(ObjectId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Relation> relation(long oid) {
        return byId.get(ObjectId.relation(oid)) instanceof Relation relation ? Optional.of(relation) : Optional.empty();
    }

    public Optional<Relation> relation(QualifiedName name) {
        return Optional.ofNullable(relationsByName.get(name));
    }

    public Optional<Schema> schema(Identifier name) {
        return Optional.ofNullable(schemasByName.get(name));
    }

    public Optional<Role> role(Identifier name) {
        return Optional.ofNullable(rolesByName.get(name));
    }

    /** The comment on an object itself. */
    public Optional<String> comment(ObjectId object) {
        return Optional.ofNullable(commentsByObject.get(object));
    }

    /** Whether the object belongs to an extension. */
    public boolean isExtensionMember(ObjectId object) {
        return extensionMembers.contains(object);
    }

    /** Which sequences belong to columns. */
    public SequenceOwners sequenceOwners() {
        return sequenceOwners;
    }

    /** Which role has the rights of which. */
    public RoleMembership roleMembership() {
        return roleMembership;
    }
}
