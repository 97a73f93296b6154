package io.github.schemasplit.report;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the picture of the schemas shows, as a list: what is in which, and where their foreign keys lead. */
final class SchemaList {
    private final Html html;
    private final ReportedSchemas schemas;
    private final Pictured pictured;

    SchemaList(Html html, ReportedSchemas schemas, Pictured pictured) {
        this.html = html;
        this.schemas = schemas;
        this.pictured = pictured;
    }

    void write(Map<Identifier, List<SchemaObject>> objects) {
        html.begin("details").element("summary", "The same as a list").begin("ul", "class", "inside");
        for (Map.Entry<Identifier, List<SchemaObject>> each : objects.entrySet()) {
            schema(each.getKey(), each.getValue());
        }
        html.end().end();
    }

    private void schema(Identifier schema, List<SchemaObject> objects) {
        List<String> keys = new ArrayList<>();
        for (Identifier to : schemas.names()) {
            long count = to.equals(schema) ? 0 : schemas.matrix().count(schema, to);
            if (count > 0) {
                keys.add(to.value() + " (" + Figures.count(count) + ")");
            }
        }
        String place = pictured.place(schema);
        html.begin("li");
        if (place.isEmpty()) {
            html.text(schema.value());
        } else {
            html.element("a", schema.value(), "href", "#" + place);
        }
        html.text(": " + String.join(", ", pictured.counts(objects))
                        + (keys.isEmpty() ? "" : "; foreign keys to " + String.join(", ", keys)))
                .end();
    }

    /** How many there are of each kind, such as {@code 2 tables} and {@code 1 view}. */
    static List<String> kinds(List<SchemaObject> objects) {
        long tables = 0;
        long partitions = 0;
        long views = 0;
        for (SchemaObject object : objects) {
            if (object instanceof Relation relation && relation.kind().isTable()) {
                tables += relation.partition() ? 0 : 1;
                partitions += relation.partition() ? 1 : 0;
            } else if (object instanceof Relation relation && relation.kind().isView()) {
                views++;
            }
        }
        List<String> kinds = new ArrayList<>();
        kinds.add(Figures.counted(tables, "table"));
        add(kinds, partitions, "partition");
        add(kinds, views, "view");
        add(kinds, objects.size() - tables - partitions - views, "other object");
        return kinds;
    }

    private static void add(List<String> kinds, long count, String noun) {
        if (count > 0) {
            kinds.add(Figures.counted(count, noun));
        }
    }
}
