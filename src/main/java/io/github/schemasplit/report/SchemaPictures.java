package io.github.schemasplit.report;

import io.github.schemasplit.analysis.ForeignKey;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The pictures of a report: the schemas with the foreign keys between them, and each schema's tables. */
final class SchemaPictures {
    /** Of a schema with more tables, those without foreign keys are not shown. */
    private static final int ALL_TABLES = 40;

    /** A picture of more boxes would not be read. */
    private static final int MOST_BOXES = 150;

    /** More than these together would make the page slow. */
    private static final int MOST_BOXES_OF_ALL = 1_500;

    private final Html html;
    private final ReportedSchemas schemas;
    private final Pictured pictured;
    private final Drawings drawings;
    private int drawn;

    SchemaPictures(Html html, ReportedSchemas schemas, Pictured pictured, Drawings drawings) {
        this.html = html;
        this.schemas = schemas;
        this.pictured = pictured;
        this.drawings = drawings;
    }

    /** The schemas, with how many foreign keys run from one to another. */
    void overview(Map<Identifier, List<SchemaObject>> objects) {
        List<Identifier> names = schemas.names();
        if (names.size() > MOST_BOXES) {
            said("These are too many schemas for a picture; the list below has them all.");
            return;
        }
        List<HtmlPicture.Box> boxes = new ArrayList<>();
        for (Identifier name : names) {
            long tables = tables(objects.getOrDefault(name, List.of())).size();
            boxes.add(new HtmlPicture.Box(
                    name.value(),
                    pictured.more(name, tables),
                    schemas.isTarget(name) ? "moved" : schemas.isSource(name) ? "left" : "other",
                    pictured.place(name)));
        }
        List<HtmlPicture.Line> lines = new ArrayList<>();
        for (Identifier from : names) {
            for (Identifier to : names) {
                long count = from.equals(to) ? 0 : schemas.matrix().count(from, to);
                if (count > 0) {
                    lines.add(new HtmlPicture.Line(
                            names.indexOf(from),
                            names.indexOf(to),
                            Figures.count(count),
                            Figures.counted(count, "foreign key") + " from " + from.value() + " to " + to.value()));
                }
            }
        }
        new HtmlPicture(
                        "picture",
                        "Schemas and the foreign keys between them",
                        "Each box is a schema, each arrow leads from the schema whose tables have foreign keys to the schema that they"
                                + " reference, with their number. The list below says the same.",
                        boxes,
                        lines)
                .write(html, drawings);
    }

    /** A schema's tables, with the foreign keys between them and those to and from other schemas. */
    void of(Identifier schema, List<SchemaObject> objects) {
        Tables picture = new Tables(schema, objects);
        if (picture.lines.isEmpty()) {
            said("No foreign keys lead from its tables or to them.");
        } else if (picture.boxes.size() > MOST_BOXES) {
            said(Figures.count(picture.shown())
                    + " of its tables have foreign keys, too many for a picture; the lists have them.");
        } else if (drawn + picture.boxes.size() > MOST_BOXES_OF_ALL) {
            said(
                    "There is no picture of its tables, since those above make the page large enough; the lists have them.");
        } else {
            drawn += picture.boxes.size();
            if (picture.shown() < picture.all.size()) {
                said("The picture has " + Figures.count(picture.shown()) + " of "
                        + Figures.counted(picture.all.size(), "table") + ": those with foreign keys.");
            }
            picture.picture().write(html, drawings);
        }
    }

    private void said(String text) {
        html.element("p", text, "class", "inside soft");
    }

    /** Those that the picture of a schema has a box for: partitions are parts of their tables. */
    static List<Relation> tables(List<SchemaObject> objects) {
        return objects.stream()
                .filter(Relation.class::isInstance)
                .map(Relation.class::cast)
                .filter(r -> r.kind().isTable() && !r.partition())
                .toList();
    }

    /** What the picture of a schema's tables has. */
    private final class Tables {
        private final Identifier schema;
        private final List<Relation> all;
        private final Map<QualifiedName, SchemaObject> tables = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<HtmlPicture.Box> boxes = new ArrayList<>();
        private final List<HtmlPicture.Line> lines = new ArrayList<>();
        private int others;

        Tables(Identifier schema, List<SchemaObject> objects) {
            this.schema = schema;
            this.all = tables(objects);
            objects.forEach(object -> tables.put(object.name(), object));
            List<ForeignKey> keys = schemas.keys().foreignKeys().stream()
                    .filter(k -> k.fromSchema().equals(schema) || k.toSchema().equals(schema))
                    .toList();
            Set<QualifiedName> linked = new HashSet<>();
            keys.forEach(k -> {
                linked.add(k.from());
                linked.add(k.to());
            });
            all.stream()
                    .filter(t -> all.size() <= ALL_TABLES || linked.contains(t.name()))
                    .forEach(t -> table(t.name()));
            Map<List<Integer>, List<ForeignKey>> pairs = new LinkedHashMap<>();
            keys.forEach(k -> pairs.computeIfAbsent(List.of(from(k), to(k)), p -> new ArrayList<>())
                    .add(k));
            pairs.forEach((pair, between) -> lines.add(new HtmlPicture.Line(
                    pair.get(0),
                    pair.get(1),
                    between.size() == 1 ? "" : Figures.count(between.size()),
                    between.stream().map(k -> k.name().value()).collect(Collectors.joining(", ")))));
        }

        private int from(ForeignKey key) {
            return key.fromSchema().equals(schema) ? table(key.from()) : other("from ", key.fromSchema());
        }

        private int to(ForeignKey key) {
            return key.toSchema().equals(schema) ? table(key.to()) : other("to ", key.toSchema());
        }

        private int table(QualifiedName table) {
            return numbers.computeIfAbsent("table " + table.sql(), t -> {
                SchemaObject object = tables.get(table);
                boxes.add(new HtmlPicture.Box(
                        table.name().value(),
                        object == null ? "" : pictured.more(schema, object),
                        "table",
                        object == null ? "" : pictured.place(schema, object)));
                return boxes.size() - 1;
            });
        }

        /** Those to and from a schema have a box each, so that lines lead from left to right. */
        private int other(String direction, Identifier other) {
            return numbers.computeIfAbsent(direction + other.sql(), o -> {
                others++;
                boxes.add(new HtmlPicture.Box(direction + other.value(), "", "other", pictured.place(other)));
                return boxes.size() - 1;
            });
        }

        int shown() {
            return boxes.size() - others;
        }

        HtmlPicture picture() {
            return new HtmlPicture(
                    "picture-" + schemas.number(schema),
                    "Tables of schema " + schema.value() + " and their foreign keys",
                    "Each box is a table, each arrow leads from a table to one that its foreign keys reference; dashed boxes are other"
                            + " schemas. The lists of foreign keys say the same.",
                    boxes,
                    lines);
        }
    }
}
