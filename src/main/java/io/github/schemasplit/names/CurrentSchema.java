package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.CurrentSchemas;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.StringSyntax;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What {@code current_schema} stands for: the source schema, where that is the first of the path; what moves is there no longer. */
public final class CurrentSchema {
    private static final String WHY =
            "which is schema %s where that comes first; what moves from there will be in another one";

    private final Identifier source;
    private final boolean left;
    private final Set<List<Identifier>> ofSessions;

    public CurrentSchema(Assignment assignment) {
        this.source = assignment.mapping().source().value();
        this.ofSessions = new SearchPaths(assignment.snapshot()).ofSessions();
        boolean left = false;
        for (Placement move : assignment.moves()) {
            left |= move.current().schema().equals(source);
        }
        this.left = left;
    }

    /**
     * Looks through a text.
     *
     * @param paths the lists of schemas, each of which is there, that it may run with
     * @param unclear is added where it asks for the schema
     */
    void read(String text, StringSyntax syntax, Set<List<Identifier>> paths, Collection<UnclearName> unclear) {
        if (isSource(paths)) {
            for (NamePart word : CurrentSchemas.in(text, syntax)) {
                unclear.add(
                        new UnclearName(Lines.of(text, word.start()), text.substring(word.start(), word.end()), why()));
            }
        }
    }

    /** What is wrong with asking for it: a clause. */
    public String why() {
        return WHY.formatted(source);
    }

    /** Whether it may be the source schema in a session that sets no path of its own, and something leaves that. */
    public boolean isSourceInSessions() {
        return isSource(ofSessions);
    }

    /** Whether the source schema comes first in one of these lists, and something leaves it. */
    boolean isSource(Set<List<Identifier>> paths) {
        if (left) {
            for (List<Identifier> path : paths) {
                for (Identifier schema : path) {
                    if (schema.equals(source)) {
                        return true;
                    }
                    if (!schema.equals(SearchPaths.SYSTEM)) {
                        break;
                    }
                }
            }
        }
        return false;
    }
}
