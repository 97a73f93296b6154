package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The difference between the objects of two moments. What was dropped, made, moved or changed along with the object that it is a
 * part of is not said again.
 */
public final class StateChanges {
    /** What a rollback makes anew has another identity; nothing refers to these by theirs. */
    private static final Set<Catalog> MADE_ANEW = Set.of(Catalog.PG_DEFAULT_ACL, Catalog.PG_POLICY);

    private final ObjectStates before;
    private final ObjectStates after;
    private final Map<ObjectId, ObjectState> then;
    private final Map<ObjectId, ObjectState> now;

    private StateChanges(ObjectStates before, ObjectStates after) {
        this.before = before;
        this.after = after;
        this.then = before.byId();
        this.now = new HashMap<>(after.byId());
        for (ObjectState made : after.states()) {
            former(made).ifPresent(former -> {
                now.remove(made.id());
                now.put(former.id(), former);
            });
        }
    }

    /** What an object that was made was before it was dropped. */
    private Optional<ObjectState> former(ObjectState made) {
        return MADE_ANEW.contains(made.id().catalog()) && !then.containsKey(made.id())
                ? before.states().stream()
                        .filter(old -> old.id().catalog() == made.id().catalog()
                                && !now.containsKey(old.id())
                                && old.hash().equals(made.hash()))
                        .findFirst()
                : Optional.empty();
    }

    /** What became of the objects, by identity: first of those that were there before, then of new ones. */
    public static List<StateChange> between(ObjectStates before, ObjectStates after) {
        return new StateChanges(before, after).list();
    }

    private List<StateChange> list() {
        List<StateChange> changes = new ArrayList<>();
        for (ObjectState state : before.states()) {
            compare(state).ifPresent(changes::add);
        }
        for (ObjectState state : after.states()) {
            if (now.containsKey(state.id())
                    && !then.containsKey(state.id())
                    && state.partOf().filter(whole -> !then.containsKey(whole)).isEmpty()) {
                changes.add(change(StateChange.Kind.MADE, state, now, Optional.empty()));
            }
        }
        return changes;
    }

    private Optional<StateChange> compare(ObjectState old) {
        ObjectState current = now.get(old.id());
        if (current == null) {
            boolean saidOfTheWhole = old.partOf()
                    .filter(whole -> then.containsKey(whole) && !now.containsKey(whole))
                    .isPresent();
            return saidOfTheWhole
                    ? Optional.empty()
                    : Optional.of(change(StateChange.Kind.GONE, old, then, old.schema()));
        }
        if (movedAlone(old, current)) {
            return Optional.of(change(StateChange.Kind.MOVED, current, now, old.schema()));
        }
        return !isChanged(old) || changedWithItsRelation(old)
                ? Optional.empty()
                : Optional.of(change(StateChange.Kind.CHANGED, current, now, old.schema()));
    }

    private static StateChange change(
            StateChange.Kind kind,
            ObjectState state,
            Map<ObjectId, ObjectState> moment,
            Optional<Identifier> formerSchema) {
        Optional<Identifier> schema =
                state.schema().or(() -> state.partOf().map(moment::get).flatMap(ObjectState::schema));
        return new StateChange(kind, state, schema, formerSchema);
    }

    private boolean isChanged(ObjectState old) {
        return !Optional.ofNullable(now.get(old.id())).map(ObjectState::hash).equals(Optional.of(old.hash()));
    }

    /** A row type takes the owner of its relation, and an array type that of its element type. */
    private boolean changedWithItsRelation(ObjectState old) {
        return old.id().catalog() == Catalog.PG_TYPE
                && old.partOf().map(then::get).filter(this::isChanged).isPresent();
    }

    private boolean movedAlone(ObjectState old, ObjectState current) {
        return !current.schema().equals(old.schema())
                && old.partOf()
                        .map(now::get)
                        .filter(whole -> whole.schema().equals(current.schema()))
                        .isEmpty();
    }
}
