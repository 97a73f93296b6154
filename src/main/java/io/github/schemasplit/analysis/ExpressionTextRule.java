package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.TextConstant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Defaults, constraints, policies, views and other expressions with a text constant that seems to name an object that moves, such as
 * {@code to_regclass('public.orders')}. A constant of type regclass follows the move; a text does not.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-oid.html">Object Identifier Types</a>
 */
final class ExpressionTextRule implements AnalysisRule {
    /** Whose expression it is: a column's, or the object's own. */
    private record Place(ObjectId object, int column) {}

    @Override
    public List<Finding> check(Assignment assignment) {
        MovingNames moving = new MovingNames(assignment);
        Map<Place, Set<String>> names = new LinkedHashMap<>();
        if (!moving.isEmpty()) {
            for (TextConstant constant : assignment.snapshot().textConstants()) {
                names.computeIfAbsent(new Place(constant.object(), constant.column()), p -> new HashSet<>())
                        .addAll(names(constant.text()));
            }
        }
        return names.entrySet().stream()
                .flatMap(e -> finding(assignment.snapshot(), e.getKey(), moving.bearers(e.getValue())).stream())
                .toList();
    }

    /** Those in the text, and the whole of it, as {@code format('%I', …)} takes one. */
    private static Set<String> names(String text) {
        Set<String> names = NamesInText.of(text);
        names.add(text);
        return names;
    }

    private static Optional<Finding> finding(Snapshot snapshot, Place place, List<String> named) {
        return snapshot.find(place.object())
                .filter(o -> !named.isEmpty() && !isRepeatedOrOfAnExtension(snapshot, o))
                .map(o -> Finding.of(
                        FindingCode.EXPRESSION_NAMES_MOVED_OBJECT,
                        Severity.WARNING,
                        subject(snapshot, o, place.column()),
                        "a text constant in its expression may name " + Words.count(named.size(), "object")
                                + " that will move (" + Words.some(named)
                                + "); the server looks a text up anew each time, and would then no longer find "
                                + (named.size() == 1 ? "it" : "them"),
                        "look at the expression; where the text names the object, write a constant of type regclass ('…'::regclass),"
                                + " which follows the move, or change the text with the move"));
    }

    private static boolean isRepeatedOrOfAnExtension(Snapshot snapshot, CatalogObject object) {
        return (object instanceof Constraint constraint && constraint.inherited())
                || snapshot.isExtensionMember(object.id())
                || object.partOf().filter(snapshot::isExtensionMember).isPresent();
    }

    private static String subject(Snapshot snapshot, CatalogObject object, int column) {
        return object instanceof Relation relation
                ? relation.column(column)
                                .map(c -> "column " + c.name() + " of ")
                                .orElse("")
                        + relation.describe()
                : ObjectStates.describe(object, snapshot);
    }
}
