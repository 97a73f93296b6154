package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Comment;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.Journal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A database as text that can be compared with that of a copy of it: what both had from the start has the same OID in both, what
 * was made since goes without. The database itself is another.
 */
final class CatalogText {
    private CatalogText() {}

    /** One line for each object with its comments, sorted. */
    static List<String> of(Snapshot snapshot) {
        return of(snapshot, UnaryOperator.identity());
    }

    /** The same of each object as {@code view} shows it. */
    static List<String> of(Snapshot snapshot, UnaryOperator<CatalogObject> view) {
        Map<ObjectId, List<Comment>> comments =
                snapshot.comments().stream().collect(Collectors.groupingBy(Comment::object));
        return ObjectStates.objects(snapshot, Journal.DEFAULT_SCHEMA)
                .filter(o -> o.id().catalog() != Catalog.PG_DATABASE)
                .map(o -> line(view.apply(o), snapshot) + comments.getOrDefault(o.id(), List.of()))
                .map(line -> line.replaceAll("(oid=)\\d+|_\\d{4,}", "$1"))
                .sorted()
                .toList();
    }

    private static String line(CatalogObject object, Snapshot snapshot) {
        return object.describe() + " in " + ObjectStates.schemaOf(object, snapshot) + ": " + object.state() + " ";
    }
}
