package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.NamedUse;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.ReferenceKind;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.RelationUse;
import io.github.schemasplit.sqltext.SingleExpression;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names in expressions of row-security policies, which the mapping writes as they are after the moves, and the server reads and prints
 * as they are before.
 */
public final class PolicyNames {
    private static final String SELECT = "SELECT ";

    /** How a constant goes on that the server keeps as the identity of what it names. */
    private static final String BY_IDENTITY = "'::reg";

    private static final Map<String, ReferenceKind> OF_OTHERS =
            Map.of("operator", ReferenceKind.OPERATOR, "collation", ReferenceKind.COLLATION);

    private final NameResolver resolver;
    private final Set<Identifier> schemas = new HashSet<>();

    public PolicyNames(Assignment assignment) {
        this.resolver = new NameResolver(assignment);
        for (Placement move : assignment.moves()) {
            schemas.add(move.current().schema());
            schemas.add(move.target());
        }
    }

    /** An expression of the mapping, for the server. */
    public sealed interface Written {
        /**
         * As it has to be written before the moves.
         *
         * @param text the expression
         */
        record Now(String text) implements Written {}

        /**
         * It is wrong.
         *
         * @param message what is wrong, and what to write
         */
        record Wrong(String message) implements Written {}

        /**
         * It cannot be written before the moves.
         *
         * @param why a sentence fragment
         */
        record NotNow(String why) implements Written {}
    }

    /** An expression of a policy of a table, as the mapping writes it. */
    public Written now(String expression, Relation table) {
        if (!SingleExpression.is(expression)) {
            return new Written.Wrong(
                    "it is not one expression: a bracket or quote is not closed, or closed twice, or a semicolon ends it");
        }
        String sql = SELECT + expression;
        List<TextEdit> edits = new ArrayList<>();
        for (Reference reference : references(sql)) {
            Optional<Written> problem = read(reference, table, sql, edits);
            if (problem.isPresent()) {
                return problem.get();
            }
        }
        return new Written.Now(TextEdit.apply(sql, edits).substring(SELECT.length()));
    }

    /** The names of it: those that the reader of statements finds, and those of operators and collations, which it leaves to others. */
    private List<Reference> references(String sql) {
        List<Reference> references = new ArrayList<>(References.ofStatements(sql, StringSyntax.STANDARD));
        for (NamedUse use : NamedUse.in(sql, StringSyntax.STANDARD, schemas)) {
            Optional.ofNullable(OF_OTHERS.get(use.kind()))
                    .filter(kind -> !use.nested())
                    .ifPresent(kind -> references.add(new Reference(
                            kind,
                            List.of(use.schema(), use.name()),
                            Reference.Place.USE,
                            List.of(),
                            RelationUse.PLAIN)));
        }
        return references;
    }

    private Optional<Written> read(Reference reference, Relation table, String sql, List<TextEdit> edits) {
        List<NamePart> name = NameResolver.objectName(reference);
        NamePart last = name.get(name.size() - 1);
        if (name.size() == 1) {
            return reference.kind() == ReferenceKind.RELATION
                            && last.identifier().equals(table.name().name())
                    ? Optional.of(new Written.Wrong("relation " + last.identifier()
                            + " is named without a schema, and no search_path finds it; write "
                            + resolver.schemaAfter(table) + "." + last.identifier()))
                    : Optional.empty();
        }
        NamePart schema = schema(reference);
        List<SchemaObject> bearers = resolver.bearersAfter(reference, List.of(schema.identifier()));
        if (bearers.isEmpty()) {
            return ofOldName(reference, sql.substring(last.start(), last.end()));
        }
        Set<Identifier> now = new LinkedHashSet<>();
        for (SchemaObject bearer : bearers) {
            now.add(bearer.name().schema());
        }
        if (now.size() > 1) {
            return Optional.of(new Written.NotNow("what is called " + schema.identifier() + "."
                    + sql.substring(last.start(), last.end()) + " is in " + Words.count(now.size(), "schema")
                    + " now"));
        }
        if (reference.kind() == ReferenceKind.COLUMN && bearers.contains(table)) {
            // The server is asked for a table that has the name of this one, and another schema.
            edits.add(new TextEdit(schema.start(), last.start(), ""));
        } else {
            Optional<TextEdit> edit = edit(reference, schema, now.iterator().next());
            if (edit.isPresent()) {
                edits.add(edit.get());
            }
        }
        return Optional.empty();
    }

    /** What goes away from the schema will not be found in it. */
    private Optional<Written> ofOldName(Reference reference, String last) {
        return resolver.meaning(reference, Set.of()) instanceof Meaning.Moved moved
                ? Optional.of(new Written.Wrong(schema(reference).identifier() + "." + last + " goes to schema "
                        + moved.target() + "; write " + moved.target() + "." + last))
                : Optional.empty();
    }

    private static NamePart schema(Reference reference) {
        List<NamePart> name = NameResolver.objectName(reference);
        return name.get(name.size() - 2);
    }

    /** An expression as the server prints it before the moves, as it will print it after them. */
    public String after(String printed) {
        String sql = SELECT + printed;
        List<TextEdit> edits = new ArrayList<>();
        for (Reference reference : kept(sql)) {
            if (resolver.meaning(reference, Set.of()) instanceof Meaning.Moved moved) {
                Optional<TextEdit> edit = edit(reference, schema(reference), moved.target());
                if (edit.isPresent()) {
                    edits.add(edit.get());
                }
            }
        }
        return TextEdit.apply(sql, edits).substring(SELECT.length());
    }

    /** Why nobody can tell how the server will print after the moves what it prints before them; a sentence fragment. */
    public Optional<String> unclearAfter(String printed) {
        String sql = SELECT + printed;
        for (Reference reference : kept(sql)) {
            if (resolver.meaning(reference, Set.of()) instanceof Meaning.Unclear unclear) {
                return Optional.of(
                        "its " + sql.substring(reference.start(), reference.end()) + " is not clear: " + unclear.why());
            }
        }
        return Optional.empty();
    }

    /** The names with a schema that stand for what the server keeps. */
    private List<Reference> kept(String sql) {
        List<Reference> kept = new ArrayList<>();
        for (Reference reference : references(sql)) {
            if (NameResolver.objectName(reference).size() > 1 && isByIdentity(reference, sql)) {
                kept.add(reference);
            }
        }
        return kept;
    }

    /** Whether the server keeps what a name stands for, and not the name. */
    private static boolean isByIdentity(Reference reference, String sql) {
        return switch (reference.place()) {
            case USE -> true;
            case CONSTANT -> sql.startsWith(BY_IDENTITY, reference.end());
            case CREATION, ASSEMBLED -> false;
        };
    }

    private static Optional<TextEdit> edit(Reference reference, NamePart schema, Identifier other) {
        return schema.identifier().equals(other)
                ? Optional.empty()
                : reference.written(other.sql()).map(text -> new TextEdit(schema.start(), schema.end(), text));
    }
}
