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
import java.util.StringJoiner;

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
        List<Relation> tables = new ArrayList<>();
        for (SchemaObject object : objects) {
            if (object instanceof Relation relation && relation.kind().isTable() && !relation.partition()) {
                tables.add(relation);
            }
        }
        return tables;
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
            for (SchemaObject object : objects) {
                tables.put(object.name(), object);
            }
            List<ForeignKey> keys = new ArrayList<>();
            Set<QualifiedName> linked = new HashSet<>();
            for (ForeignKey key : schemas.keys().foreignKeys()) {
                if (key.fromSchema().equals(schema) || key.toSchema().equals(schema)) {
                    keys.add(key);
                    linked.add(key.from());
                    linked.add(key.to());
                }
            }
            for (Relation table : all) {
                if (all.size() <= ALL_TABLES || linked.contains(table.name())) {
                    table(table.name());
                }
            }
            lines(keys);
        }

        /** From one box to another there is one line, of however many foreign keys. */
        private void lines(List<ForeignKey> keys) {
            Map<List<Integer>, List<ForeignKey>> pairs = new LinkedHashMap<>();
            for (ForeignKey key : keys) {
                pairs.computeIfAbsent(List.of(from(key), to(key)), pair -> new ArrayList<>())
                        .add(key);
            }
            for (Map.Entry<List<Integer>, List<ForeignKey>> each : pairs.entrySet()) {
                List<ForeignKey> between = each.getValue();
                StringJoiner names = new StringJoiner(", ");
                for (ForeignKey key : between) {
                    names.add(key.name().value());
                }
                lines.add(new HtmlPicture.Line(
                        each.getKey().get(0),
                        each.getKey().get(1),
                        between.size() == 1 ? "" : Figures.count(between.size()),
                        names.toString()));
            }
        }

        private int from(ForeignKey key) {
            return key.fromSchema().equals(schema) ? table(key.from()) : other("from ", key.fromSchema());
        }

        private int to(ForeignKey key) {
            return key.toSchema().equals(schema) ? table(key.to()) : other("to ", key.toSchema());
        }

        private int table(QualifiedName table) {
            String key = "table " + table.sql();
            int number = numbers.getOrDefault(key, boxes.size());
            if (number == boxes.size()) {
                SchemaObject object = tables.get(table);
                numbers.put(key, number);
                boxes.add(new HtmlPicture.Box(
                        table.name().value(),
                        object == null ? "" : pictured.more(schema, object),
                        "table",
                        object == null ? "" : pictured.place(schema, object)));
            }
            return number;
        }

        /** Those to and from a schema have a box each, so that lines lead from left to right. */
        private int other(String direction, Identifier other) {
            String key = direction + other.sql();
            int number = numbers.getOrDefault(key, boxes.size());
            if (number == boxes.size()) {
                others++;
                numbers.put(key, number);
                boxes.add(new HtmlPicture.Box(direction + other.value(), "", "other", pictured.place(other)));
            }
            return number;
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
