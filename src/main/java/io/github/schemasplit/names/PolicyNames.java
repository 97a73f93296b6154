package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.ReferenceKind;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.SingleExpression;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

    private final NameResolver resolver;

    public PolicyNames(Assignment assignment) {
        this.resolver = new NameResolver(assignment);
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
        for (Reference reference : References.ofStatements(sql, StringSyntax.STANDARD)) {
            Optional<Written> problem = read(reference, table, edits);
            if (problem.isPresent()) {
                return problem.get();
            }
        }
        return new Written.Now(TextEdit.apply(sql, edits).substring(SELECT.length()));
    }

    private Optional<Written> read(Reference reference, Relation table, List<TextEdit> edits) {
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
        NamePart schema = name.get(name.size() - 2);
        List<SchemaObject> bearers = resolver.bearersAfter(reference, List.of(schema.identifier()));
        if (bearers.isEmpty()) {
            return ofOldName(reference, schema, last);
        }
        Set<Identifier> now = new LinkedHashSet<>();
        for (SchemaObject bearer : bearers) {
            now.add(bearer.name().schema());
        }
        if (now.size() > 1) {
            return Optional.of(new Written.NotNow("what is called " + schema.identifier() + "." + last.identifier()
                    + " is in " + Words.count(now.size(), "schema") + " now"));
        }
        if (reference.kind() == ReferenceKind.COLUMN && bearers.contains(table)) {
            // The server is asked for a table that has the name of this one, and another schema.
            edits.add(new TextEdit(schema.start(), last.start(), ""));
        } else {
            edit(reference, schema, now.iterator().next()).ifPresent(edits::add);
        }
        return Optional.empty();
    }

    /** What goes away from the schema will not be found in it. */
    private Optional<Written> ofOldName(Reference reference, NamePart schema, NamePart last) {
        return resolver.meaning(reference, Set.of()) instanceof Meaning.Moved moved
                ? Optional.of(new Written.Wrong(schema.identifier() + "." + last.identifier() + " goes to schema "
                        + moved.target() + "; write " + moved.target() + "." + last.identifier()))
                : Optional.empty();
    }

    /** An expression as the server prints it before the moves, as it will print it after them. */
    public String after(String printed) {
        String sql = SELECT + printed;
        List<TextEdit> edits = new ArrayList<>();
        for (Reference reference : References.ofStatements(sql, StringSyntax.STANDARD)) {
            List<NamePart> name = NameResolver.objectName(reference);
            if (name.size() > 1
                    && isByIdentity(reference, sql)
                    && resolver.meaning(reference, Set.of()) instanceof Meaning.Moved moved) {
                edit(reference, name.get(name.size() - 2), moved.target()).ifPresent(edits::add);
            }
        }
        return TextEdit.apply(sql, edits).substring(SELECT.length());
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
