package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which texts of a database name some of its relations: those of routines and jobs, and statements that sessions ran. */
public final class Users {
    private final RoutineTexts texts;
    private final Map<ObjectId, Relation> sought = new HashMap<>();
    private final Map<Relation, Set<String>> users = new HashMap<>();

    private Users(Snapshot database, Collection<Relation> relations) {
        this.texts = new RoutineTexts(Assignment.ofNothing(database));
        for (Relation relation : relations) {
            sought.put(relation.id(), relation);
        }
    }

    /**
     * The users of each relation that has some, each described for people.
     *
     * @param statements statements that sessions ran
     */
    public static Map<Relation, Set<String>> of(
            Snapshot database, Collection<Relation> relations, Collection<ObservedStatement> statements) {
        Users users = new Users(database, relations);
        for (Routine routine : database.all(Routine.class)) {
            users.read(routine);
        }
        for (ScheduledJob job : database.scheduledJobs().jobs()) {
            users.read(job.command(), job.role(), job.describe());
        }
        for (ObservedStatement statement : statements) {
            users.read(
                    statement.text(),
                    statement.role(),
                    "role " + statement.role() + ", " + Words.count(statement.calls(), "time") + ": "
                            + Lines.inShort(statement.text()));
        }
        return users.users;
    }

    private void read(Routine routine) {
        List<Reference> references = texts.references(routine).orElse(List.of());
        if (!references.isEmpty()) {
            note(references, texts.paths(routine), routine.describe());
        }
    }

    private void read(String sql, Identifier role, String user) {
        note(
                References.ofStatements(sql, StringSyntax.STANDARD),
                Set.of(texts.searchPaths().of(role)),
                user);
    }

    private void note(List<Reference> references, Set<List<Identifier>> paths, String user) {
        for (Reference reference : references) {
            for (List<Identifier> path : paths) {
                for (SchemaObject bearer : texts.resolver().bearers(reference, path)) {
                    Relation relation =
                            sought.get(bearer instanceof Type type ? ObjectId.relation(type.relation()) : bearer.id());
                    if (relation != null) {
                        users.computeIfAbsent(relation, r -> new LinkedHashSet<>())
                                .add(user);
                    }
                }
            }
        }
    }
}
