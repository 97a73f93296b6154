package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which texts of a database name some of its objects: those of routines and jobs, and statements that sessions ran. */
public final class Users {
    private final Snapshot database;
    private final RoutineTexts texts;
    private final Predicate<SchemaObject> sought;
    /** Those by which bare names are looked up; empty where names of any kind count, by the paths that their texts have. */
    private final Set<List<Identifier>> paths;

    private final Map<SchemaObject, Set<String>> users = new HashMap<>();

    private Users(Snapshot database, Predicate<SchemaObject> sought, Map<Optional<Identifier>, SearchPath> paths) {
        this.database = database;
        this.texts = new RoutineTexts(Assignment.ofNothing(database));
        this.sought = sought;
        this.paths = new LinkedHashSet<>();
        paths.forEach((role, path) -> this.paths.add(
                texts.searchPaths().schemas(path, role.map(List::of).orElse(List.of()), Set.of())));
    }

    /**
     * The users of each relation that has some, each described for people.
     *
     * @param statements statements that sessions ran
     */
    public static Map<SchemaObject, Set<String>> of(
            Snapshot database, Collection<Relation> relations, Collection<ObservedStatement> statements) {
        return new Users(database, Set.copyOf(relations)::contains, Map.of()).all(statements);
    }

    /**
     * The users of what is in some schemas that name it without its schema, and find it by some search_path. Whose session a
     * statement ran in is not known, only as which role; so each of the paths counts for each text without one of its own.
     *
     * @param schemas which schemas
     * @param paths which paths, by the role whose it is; the database's by none
     * @param statements statements that sessions ran
     */
    public static Map<SchemaObject, Set<String>> byPath(
            Snapshot database,
            Collection<Identifier> schemas,
            Map<Optional<Identifier>, SearchPath> paths,
            Collection<ObservedStatement> statements) {
        return paths.isEmpty()
                ? Map.of()
                : new Users(database, object -> schemas.contains(object.name().schema()), paths).all(statements);
    }

    private Map<SchemaObject, Set<String>> all(Collection<ObservedStatement> statements) {
        for (Routine routine : database.all(Routine.class)) {
            if (paths.isEmpty() || SearchPath.in(routine.settings()).isEmpty()) {
                read(routine);
            }
        }
        for (ScheduledJob job : database.scheduledJobs().jobs()) {
            read(job.command(), job.role(), job.describe());
        }
        for (ObservedStatement statement : statements) {
            read(
                    statement.text(),
                    statement.role(),
                    "role " + statement.role() + ", " + Words.count(statement.calls(), "time") + ": "
                            + Lines.inShort(statement.text()));
        }
        return users;
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

    private void note(List<Reference> references, Set<List<Identifier>> own, String user) {
        for (Reference reference : references) {
            if (!paths.isEmpty() && reference.parts().size() > 1) {
                continue;
            }
            for (List<Identifier> path : paths.isEmpty() ? own : paths) {
                for (SchemaObject bearer : texts.resolver().bearers(reference, path)) {
                    SchemaObject named = bearer instanceof Type type && type.relation() != 0
                            ? database.relation(type.relation()).orElseThrow()
                            : bearer;
                    if (sought.test(named)) {
                        users.computeIfAbsent(named, r -> new LinkedHashSet<>()).add(user);
                    }
                }
            }
        }
    }
}
