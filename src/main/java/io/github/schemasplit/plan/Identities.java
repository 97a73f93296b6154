package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.AclHolder;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The identities of what plans move, and of the routines that they change, in a database in which not all objects have the OIDs that they had when the plans were made: such
 * an object is known by its name alone. So is one that was dropped and made anew.
 */
public final class Identities {
    /**
     * A plan that is to be carried out.
     *
     * @param plan each move in it names its object as it is called when its turn comes
     * @param oids which of the OIDs in it are still those of the same objects
     */
    public record Recorded(Plan plan, OidsKept oids) {}

    private final Snapshot snapshot;
    private final Whereabouts whereabouts;
    /** What is known by its OID, and so is nothing that was made anew. */
    private final Set<ObjectId> known = new HashSet<>();

    private final Set<ObjectId> renewed = new HashSet<>();
    private final List<Plan> plans = new ArrayList<>();

    private Identities(List<Recorded> recorded, Snapshot snapshot) {
        this.snapshot = snapshot;
        this.whereabouts = new Whereabouts(snapshot);
        for (Recorded one : recorded) {
            Stream.concat(
                            one.plan().moves().map(AlterSetSchema::object),
                            one.plan().routines().map(RoutineOperation::routine))
                    .filter(object -> one.oids().ofCatalog(object.catalog()))
                    .forEach(known::add);
        }
        for (Recorded one : recorded) {
            plans.add(bound(one));
        }
    }

    /**
     * @param recorded in the order in which they are carried out
     */
    public static Identities of(List<Recorded> recorded, Snapshot snapshot) {
        return new Identities(recorded, snapshot);
    }

    /** The plans for the objects that are there; an operation whose object is not has an OID that nothing has. */
    public List<Plan> plans() {
        return List.copyOf(plans);
    }

    /** What has the place of an object that was dropped: it is of the same kind and name. */
    public Set<ObjectId> renewed() {
        return Set.copyOf(renewed);
    }

    private Plan bound(Recorded recorded) {
        List<Operation> operations = new ArrayList<>();
        for (Operation operation : recorded.plan().operations()) {
            if (operation instanceof AlterSetSchema move) {
                AlterSetSchema bound = bound(move, recorded.oids());
                whereabouts.move(bound);
                operations.add(bound);
            } else if (operation instanceof RoutineOperation own) {
                operations.add(bound(own, recorded.oids()));
            } else if (operation instanceof PolicyOperation own) {
                operations.add(bound(own, recorded.oids()));
            } else if (operation instanceof ViewOperation own
                    && !recorded.oids().ofCatalog(Catalog.PG_CLASS)) {
                operations.add(own.of(own.view().byName()));
            } else if (operation instanceof AlterPrivileges alter) {
                operations.add(alter.of(bound(alter.holder(), recorded.oids())));
            } else {
                operations.add(operation);
            }
        }
        return new Plan(operations);
    }

    /** A new one of that name may be given what the former had, if it has what that one was given. */
    private RoutineOperation bound(RoutineOperation own, OidsKept oids) {
        if (oids.ofCatalog(own.routine().catalog())
                && snapshot.find(own.routine()).isPresent()) {
            return own;
        }
        return own.of(whereabouts
                .named(own)
                .map(SchemaObject::id)
                .filter(id -> !known.contains(id))
                .orElse(new ObjectId(own.routine().catalog(), 0)));
    }

    /** In a database with other OIDs what has a list of privileges is known by its name. */
    private AclHolder bound(AclHolder holder, OidsKept oids) {
        if (holder instanceof AclHolder.OfObject object
                && !oids.ofCatalog(object.object().catalog())) {
            return new AclHolder.OfObject(object.kind(), named(object), object.name(), object.arguments());
        }
        return holder;
    }

    private ObjectId named(AclHolder.OfObject holder) {
        return snapshot.objects()
                .filter(object -> object.id().catalog() == holder.object().catalog()
                        && object instanceof SchemaObject there
                        && there.name().equals(holder.name())
                        && there.arguments().equals(holder.arguments()))
                .map(CatalogObject::id)
                .findFirst()
                .orElse(new ObjectId(holder.object().catalog(), 0));
    }

    /** A table that was made anew has none of the policies that were changed. */
    private PolicyOperation bound(PolicyOperation own, OidsKept oids) {
        return oids.ofCatalog(own.relation().catalog())
                ? own
                : own.of(whereabouts
                        .table(own.table())
                        .map(SchemaObject::id)
                        .orElse(new ObjectId(own.relation().catalog(), 0)));
    }

    private AlterSetSchema bound(AlterSetSchema move, OidsKept oids) {
        boolean kept = oids.ofCatalog(move.object().catalog());
        if (kept && snapshot.find(move.object()).isPresent()) {
            return move;
        }
        Optional<ObjectId> other = whereabouts
                .named(move)
                .or(() -> kept ? Optional.empty() : whereabouts.named(move.inverse()))
                .map(SchemaObject::id)
                .filter(id -> !known.contains(id));
        if (kept && other.isPresent()) {
            renewed.add(other.get());
        }
        return move.of(other.orElse(new ObjectId(move.object().catalog(), 0)));
    }
}
