package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The views that stand for moved relations under their old names. They are known by their comments, which a dump and a restore keep,
 * so that they are never taken for views of the application's: nothing plans to move them, no entry of a mapping matches them.
 */
public final class CompatibilityViews {
    /** What their comments begin with. */
    public static final String MARK = "Compatibility view of schema-maven-plugin: ";

    private final Snapshot snapshot;
    private final Map<QualifiedName, Relation> byName = new HashMap<>();
    private final Map<ObjectId, Relation> relations = new HashMap<>();

    private CompatibilityViews(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (Comment comment : snapshot.comments()) {
            if (comment.column() == 0 && comment.text().startsWith(MARK)) {
                Optional<Relation> view = view(comment.object());
                if (view.isPresent()) {
                    byName.put(view.get().name(), view.get());
                }
            }
        }
        if (!byName.isEmpty()) {
            findRelations();
        }
    }

    private void findRelations() {
        Set<ObjectId> views = new HashSet<>();
        for (Relation view : byName.values()) {
            views.add(view.id());
        }
        for (Dependency dependency : snapshot.dependencies()) {
            if (views.contains(dependency.dependent())
                    && snapshot.find(dependency.referenced()).orElse(null) instanceof Relation relation) {
                relations.put(dependency.dependent(), relation);
            }
        }
    }

    /** Those of a snapshot. */
    public static CompatibilityViews in(Snapshot snapshot) {
        return new CompatibilityViews(snapshot);
    }

    /**
     * The comment on a view, which says what it is.
     *
     * @param relation what it stands for, by the name that that had moved to when the view was made
     */
    public static String comment(QualifiedName relation) {
        return MARK + "it stands for " + relation + ", which had its name. schema:contract drops it.";
    }

    private Optional<Relation> view(ObjectId object) {
        return snapshot.find(object).orElse(null) instanceof Relation relation
                        && relation.kind() == RelationKind.VIEW
                        && !snapshot.isExtensionMember(object)
                ? Optional.of(relation)
                : Optional.empty();
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** The views, in no order that matters. */
    public Set<Relation> all() {
        return Set.copyOf(byName.values());
    }

    /** The one of that name. */
    public Optional<Relation> find(QualifiedName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The relation that a view stands for; empty when somebody made another view of it. */
    public Optional<Relation> relation(Relation view) {
        return Optional.ofNullable(relations.get(view.id()));
    }

    /** Whether nobody holds anything on a view, on its columns neither. */
    public static boolean isClosed(Relation view) {
        return view.acl().isPresent()
                && view.acl().get().grantees().findAny().isEmpty()
                && view.columns().stream().allMatch(column -> column.acl().isEmpty());
    }

    /** The snapshot as if there were none of them. */
    public Snapshot without() {
        return snapshot.without(byName.values());
    }
}
