package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function, procedure, aggregate or window function.
 *
 * @param oid its OID
 * @param name its name
 * @param identityArguments its identity arguments with every type qualified, such as {@code pg_catalog.uuid, integer}
 * @param argumentTypes the OIDs of its input arguments' types, in order
 * @param returnType the OID of the type that it returns, of each row where it returns several; 0 where it is a procedure without any
 * @param kind {@code prokind}: f function, p procedure, a aggregate, w window function
 * @param language its language
 * @param owner its owner
 * @param acl its ACL, empty for the defaults
 * @param securityDefiner whether it runs with the rights of its owner
 * @param settings its SET clauses, as {@code name=value}
 * @param source its body as text; empty for a BEGIN ATOMIC body, which the server keeps as a tree
 * @param definition the statement that would make it anew, up to its body; empty when its body is no text of SQL or PL/pgSQL
 * @param obstacle what hinders the connecting role from replacing it
 * @param attributes everything else that its row holds, as one text
 */
public record Routine(
        long oid,
        QualifiedName name,
        String identityArguments,
        List<Long> argumentTypes,
        long returnType,
        char kind,
        Identifier language,
        Identifier owner,
        Optional<Acl> acl,
        boolean securityDefiner,
        List<String> settings,
        String source,
        Optional<String> definition,
        ReplaceObstacle obstacle,
        String attributes)
        implements SchemaObject {
    public Routine {
        argumentTypes = List.copyOf(argumentTypes);
        settings = List.copyOf(settings);
    }

    // Of its own, as with Identifier: in a build, a record's are slow, and more so for each of so many components.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Routine routine && oid == routine.oid && rest().equals(routine.rest()));
    }

    /** Of the OID alone, as a relation's. */
    @Override
    public int hashCode() {
        return Long.hashCode(oid);
    }

    private List<Object> rest() {
        return List.of(
                name,
                identityArguments,
                argumentTypes,
                returnType,
                kind,
                language,
                owner,
                acl,
                securityDefiner,
                settings,
                source,
                definition,
                obstacle,
                attributes);
    }

    /** The same routine, which something hinders from being replaced. */
    public Routine withObstacle(ReplaceObstacle found) {
        return new Routine(
                oid,
                name,
                identityArguments,
                argumentTypes,
                returnType,
                kind,
                language,
                owner,
                acl,
                securityDefiner,
                settings,
                source,
                definition,
                found,
                attributes);
    }

    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_PROC, oid);
    }

    @Override
    public String arguments() {
        return identityArguments;
    }

    @Override
    public String describe() {
        return "routine " + name + "(" + identityArguments + ")";
    }

    @Override
    public String state() {
        return new StateText()
                .add(name.name())
                .addAll(argumentTypes)
                .add(kind)
                .add(language)
                .add(owner)
                .add(acl)
                .add(securityDefiner)
                .addAll(settings)
                .add(source)
                .add(attributes)
                .toString();
    }
}
