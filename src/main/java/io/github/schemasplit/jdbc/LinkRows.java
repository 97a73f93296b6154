package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Comment;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ObjectId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the rows that refer to objects, and keeps those whose objects were read. */
final class LinkRows {
    private final Map<ObjectId, ObjectId> known = new HashMap<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();

    LinkRows(Collection<CatalogObject> objects) {
        for (CatalogObject object : objects) {
            known.put(object.id(), object.id());
        }
    }

    /** The OIDs of the catalogs in question, for the queries' parameter. */
    Long[] catalogs() {
        return Arrays.stream(Catalog.values()).map(Catalog::oid).toArray(Long[]::new);
    }

    void comment(Row row) throws SQLException {
        Optional<ObjectId> object = object(row);
        int column = (int) row.number();
        String text = row.text();
        object.ifPresent(o -> comments.add(new Comment(o, column, text)));
    }

    void dependency(Row row) throws SQLException {
        Optional<ObjectId> dependent = object(row);
        Optional<ObjectId> referenced = object(row);
        char type = row.letter();
        if (dependent.isPresent() && referenced.isPresent()) {
            dependencies.add(new Dependency(dependent.get(), referenced.get(), type));
        }
    }

    private Optional<ObjectId> object(Row row) throws SQLException {
        long catalog = row.number();
        long oid = row.number();
        return Catalog.ofOid(catalog).map(c -> known.get(new ObjectId(c, oid)));
    }

    List<Comment> comments() {
        return comments;
    }

    List<Dependency> dependencies() {
        return dependencies;
    }
}
