package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.TextConstant;
import io.github.schemasplit.names.MovingNames;
import io.github.schemasplit.names.NamesInText;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Defaults, constraints, policies, views and other expressions with a text constant that seems to name an object that moves, such as
 * {@code to_regclass('public.orders')}. A constant of type regclass follows the move; a text does not.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-oid.html">Object Identifier Types</a>
 */
final class ExpressionTextRule implements AnalysisRule {
    private final RoutineTexts texts;

    ExpressionTextRule(RoutineTexts texts) {
        this.texts = texts;
    }

    private static final String REMEDY =
            "look at the expression; where the text names the object, write a constant of type regclass ('…'::regclass),"
                    + " which follows the move, or change the text with the move";

    /** Whose expression it is: a column's, or the object's own. */
    private record Place(ObjectId object, int column) {
        // Of its own, as with Identifier: in a build, a record's are slow.
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Place place && column == place.column && object.equals(place.object));
        }

        @Override
        public int hashCode() {
            return 31 * object.hashCode() + column;
        }
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        MovingNames moving = texts.moving();
        Map<Place, Set<String>> names = new LinkedHashMap<>();
        Map<Place, String> expressions = new HashMap<>();
        if (!moving.isEmpty()) {
            for (TextConstant constant : assignment.snapshot().textConstants()) {
                if (constant.use() != TextConstant.Use.ARGUMENT) {
                    continue;
                }
                Place place = new Place(constant.object(), constant.column());
                names.computeIfAbsent(place, p -> new HashSet<>()).addAll(names(constant.text()));
                if (constant.expression().isPresent()) {
                    expressions.put(place, constant.expression().get());
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Place, Set<String>> entry : names.entrySet()) {
            Place place = entry.getKey();
            List<String> named = moving.bearers(entry.getValue());
            Optional<CatalogObject> object = assignment.snapshot().find(place.object());
            if (!named.isEmpty()
                    && object.isPresent()
                    && !isRepeatedOrOfAnExtension(assignment.snapshot(), object.get())) {
                findings.add(finding(
                        assignment, object.get(), place.column(), named, Optional.ofNullable(expressions.get(place))));
            }
        }
        return findings;
    }

    /** Those in the text, and the whole of it, as {@code format('%I', …)} takes one. */
    private static Set<String> names(String text) {
        Set<String> names = NamesInText.of(text);
        names.add(text);
        return names;
    }

    private Finding finding(
            Assignment assignment, CatalogObject object, int column, List<String> named, Optional<String> expression) {
        return Finding.of(
                FindingCode.EXPRESSION_NAMES_MOVED_OBJECT,
                Severity.WARNING,
                subject(assignment.snapshot(), object, column),
                "a text constant in its expression may name " + Words.count(named.size(), "object")
                        + " that will move (" + Words.some(named)
                        + "); the server looks a text up anew each time, and would then no longer find "
                        + (named.size() == 1 ? "it" : "them"),
                expression
                        .flatMap(e -> statement(assignment, object, column, e))
                        .map(s -> "right after the move, run: " + s + ";")
                        .orElse(REMEDY));
    }

    /** The statement that gives a column another default. */
    private Optional<Statement> statement(Assignment assignment, CatalogObject object, int column, String expression) {
        Optional<Column> found = object instanceof Relation table ? table.column(column) : Optional.empty();
        return found.isPresent() && object instanceof Relation table
                ? texts.mended(expression)
                        .map(mended -> Statement.of(
                                "ALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s",
                                table.name()
                                        .in(assignment
                                                .placement(table.id())
                                                .map(Placement::target)
                                                .orElse(table.name().schema())),
                                found.get().name(),
                                new Statement(mended)))
                : Optional.empty();
    }

    static boolean isRepeatedOrOfAnExtension(Snapshot snapshot, CatalogObject object) {
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
