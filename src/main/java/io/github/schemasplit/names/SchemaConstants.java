package io.github.schemasplit.names;

import static java.util.Map.entry;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.Comparison;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.SchemaNames;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.TextEdit;
import io.github.schemasplit.sqltext.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** String constants that are the name of the source schema, which what moves leaves, and statements about that schema. */
public final class SchemaConstants {
    /** A column or variable that holds the name of a schema. */
    private static final Pattern SCHEMA_COLUMN = Pattern.compile("schema|nspname|namespace");

    private static final String OF_TRIGGER = "tg_table_schema";

    private static final RelationColumns OF_TABLE = new RelationColumns("table_schema", "table_name");
    private static final RelationColumns OF_TRIGGERS = new RelationColumns("event_object_schema", "event_object_table");

    /** Views of the server whose rows are of a relation. */
    private static final Map<String, RelationColumns> VIEWS = Map.ofEntries(
            entry("information_schema.tables", OF_TABLE),
            entry("information_schema.columns", OF_TABLE),
            entry("information_schema.views", OF_TABLE),
            entry("information_schema.table_constraints", OF_TABLE),
            entry("information_schema.key_column_usage", OF_TABLE),
            entry("information_schema.constraint_column_usage", OF_TABLE),
            entry("information_schema.table_privileges", OF_TABLE),
            entry("information_schema.column_privileges", OF_TABLE),
            entry("information_schema.triggers", OF_TRIGGERS),
            entry("pg_tables", new RelationColumns("schemaname", "tablename")),
            entry("pg_indexes", new RelationColumns("schemaname", "tablename")),
            entry("pg_policies", new RelationColumns("schemaname", "tablename")),
            entry("pg_publication_tables", new RelationColumns("schemaname", "tablename")),
            entry("pg_stats", new RelationColumns("schemaname", "tablename")),
            entry("pg_views", new RelationColumns("schemaname", "viewname")),
            entry("pg_matviews", new RelationColumns("schemaname", "matviewname")),
            entry("pg_stat_all_tables", new RelationColumns("schemaname", "relname")),
            entry("pg_stat_user_tables", new RelationColumns("schemaname", "relname")));

    /** The columns of a view that hold the schema of a relation, and its name. */
    private record RelationColumns(String schema, String name) {}

    /** Where PUBLIC stands for everybody. */
    private static final Pattern EVERYBODY =
            Pattern.compile("\\b(to|from)\\s+public\\b(?!\\s*\\.)", Pattern.CASE_INSENSITIVE);

    private final Identifier source;
    private final Pattern alone;
    private final boolean left;
    /** Where the relations go that leave the source schema, by name. */
    private final Map<String, Placement> leaving = new HashMap<>();

    public SchemaConstants(Assignment assignment) {
        this.source = assignment.mapping().source().value();
        this.alone =
                Pattern.compile("(?<![\\w$])" + Pattern.quote(source.value()) + "(?![\\w$]|\"?\\s*\\.\\s*[\\w\"])");
        boolean left = false;
        for (Placement move : assignment.moves()) {
            if (move.current().schema().equals(source)) {
                left = true;
                if (move.object() instanceof Relation) {
                    leaving.put(move.current().name().value(), move);
                }
            }
        }
        this.left = left;
    }

    /**
     * Looks through a text.
     *
     * @param ofTrigger what TG_TABLE_SCHEMA will be wherever it is the source schema now, if that is certain
     * @param views whether queries of the server's views are to be edited
     * @param edits is added what is certain
     * @param named is added what these queries ask for
     * @param unclear is added what is not
     * @return the constants that are the names of relations whose schemas are among the edits
     */
    List<Token> read(
            String text,
            StringSyntax syntax,
            Supplier<Optional<Identifier>> ofTrigger,
            boolean views,
            Collection<TextEdit> edits,
            Collection<SchemaObject> named,
            Collection<UnclearName> unclear) {
        List<Token> names = new ArrayList<>();
        if (!left) {
            return names;
        }
        readStatements(text, syntax, unclear);
        if (!text.contains(source.value())) {
            return names;
        }
        for (Comparison comparison : Comparison.in(text, syntax)) {
            if (isName(comparison.constant().value())) {
                Optional<Comparison.Equal> relation = views ? relation(comparison) : Optional.empty();
                Optional<Identifier> target =
                        comparison.exact() && comparison.with().equals(OF_TRIGGER) ? ofTrigger.get() : target(relation);
                Optional<TextEdit> edit =
                        target.isPresent() ? comparison.edit(target.get().value()) : Optional.empty();
                if (edit.isPresent() && relation.isPresent()) {
                    names.add(relation.get().token());
                    named.add(leaving.get(relation.get().value()).object());
                }
                if (edit.isPresent()) {
                    edits.add(edit.get());
                } else {
                    unclear.add(new UnclearName(
                            Lines.of(text, comparison.token().start()),
                            comparison.token().text(text),
                            why(comparison.with())));
                }
            }
        }
        return names;
    }

    /** Where a query of such a view, which asks for a schema and a name, has the name, if that is of what moves. */
    private Optional<Comparison.Equal> relation(Comparison comparison) {
        for (Comparison.Equal equal : comparison.beside()) {
            if (leaving.containsKey(equal.value())
                    && new RelationColumns(comparison.with(), equal.column()).equals(VIEWS.get(equal.view()))) {
                return Optional.of(equal);
            }
        }
        return Optional.empty();
    }

    private Optional<Identifier> target(Optional<Comparison.Equal> relation) {
        return relation.isPresent()
                ? Optional.of(leaving.get(relation.get().value()).target())
                : Optional.empty();
    }

    private void readStatements(String text, StringSyntax syntax, Collection<UnclearName> unclear) {
        for (NamePart name : SchemaNames.in(text, syntax)) {
            if (name.identifier().equals(source)) {
                unclear.add(new UnclearName(
                        Lines.of(text, name.start()), text.substring(name.start(), name.end()), why("")));
            }
        }
    }

    private String why(String with) {
        return switch (with) {
            case OF_TRIGGER ->
                "compared with TG_TABLE_SCHEMA, which will be another schema for triggers on what moves from there";
            case "" -> "the name of the schema that things move from";
            case "regnamespace", "to_regnamespace" -> "taken for the schema that things move from";
            default ->
                "compared with " + with
                        + (SCHEMA_COLUMN.matcher(with).find()
                                ? ", which will be another schema for what moves from there"
                                : "; if that is a schema, it will be another one for what moves from there");
        };
    }

    /** Whether a text names the schema, and not to say of which schema an object is. */
    public boolean isNamedAlone(String text) {
        return left && alone.matcher(EVERYBODY.matcher(text).replaceAll("")).find();
    }

    boolean isName(String text) {
        return text.equals(source.value());
    }

    /** The source schema, for a message. */
    public String describe() {
        return "schema " + source;
    }
}
