package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operations that stay together when others change places: a move with the view that it leaves, or with the one that must go before
 * it, or an operation alone.
 *
 * @param operations in order, at least one
 */
public record Together(List<Operation> operations) {
    public Together {
        operations = List.copyOf(operations);
    }

    /** All operations of a list, in its order. */
    public static List<Together> of(List<Operation> operations) {
        List<Together> all = new ArrayList<>();
        int i = 0;
        while (i < operations.size()) {
            int end = i + 1;
            if (end < operations.size() && belongTogether(operations.get(i), operations.get(end))) {
                end++;
            }
            all.add(new Together(operations.subList(i, end)));
            i = end;
        }
        return List.copyOf(all);
    }

    /** By name: what is read from a journal may have got another OID meanwhile. */
    private static boolean belongTogether(Operation one, Operation next) {
        if (one instanceof AlterSetSchema move && next instanceof CreateView create) {
            return create.view().name().equals(move.name());
        }
        return one instanceof DropView drop
                && next instanceof AlterSetSchema move
                && drop.view().name().equals(move.name().in(move.target()));
    }

    /** The move of what is locked; empty when there is none among them. */
    private Optional<AlterSetSchema> lockingMove() {
        for (Operation operation : operations) {
            if (operation instanceof AlterSetSchema move
                    && !move.kind().isNamedWithTypes()
                    && move.lockedRelation().isPresent()) {
                return Optional.of(move);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether others may come before them: a move may, and a view alone where nothing moves. Else it is where it is since something that
     * moves needs its place.
     */
    boolean changesPlaces(boolean viewsAlone) {
        return lockingMove().isPresent() || viewsAlone && shuts().isPresent();
    }

    /** The relation that they shut to others; empty when they shut none, or do something else. */
    public Optional<ObjectId> shuts() {
        Optional<AlterSetSchema> move = lockingMove();
        if (move.isPresent()) {
            return Optional.of(move.get().object());
        }
        return operations.get(0) instanceof ViewOperation own
                ? Optional.of(own.view().object())
                : Optional.empty();
    }
}
