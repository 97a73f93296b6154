package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.Extension;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code CREATE OR REPLACE FUNCTION}: gives a routine another body and leaves all else about it as it is.
 *
 * @param kind what kind of routine
 * @param routine its identity
 * @param name its name
 * @param arguments its identity arguments, as the server prints them
 * @param definition the statement up to the body, as the server prints it; the command resets whatever it does not hold
 * @param extensions those that it is dropped with, which the command makes it forget
 * @param from the body before
 * @param to the body after
 * @param reason why
 */
public record ReplaceRoutine(
        Movable kind,
        ObjectId routine,
        QualifiedName name,
        String arguments,
        String definition,
        List<Identifier> extensions,
        String from,
        String to,
        String reason)
        implements RoutineOperation {
    public ReplaceRoutine {
        extensions = List.copyOf(extensions);
    }

    /** {@code deptype} of what {@code DEPENDS ON EXTENSION} makes. */
    private static final char DEPENDS_ON_EXTENSION = 'x';

    /** What makes the statement mean what the server printed; and what a body names may not be there yet. */
    static final List<String> SETTINGS = List.of(
            "check_function_bodies = off",
            "quote_all_identifiers = off",
            "datestyle = ISO",
            "intervalstyle = postgres",
            "extra_float_digits = 3",
            "standard_conforming_strings = on",
            "array_nulls = on",
            "transform_null_equals = off");

    /**
     * The replacement of a routine of a snapshot.
     *
     * @throws java.util.NoSuchElementException when its body is no text that can be replaced
     */
    static ReplaceRoutine of(Routine routine, Snapshot snapshot, String to, String reason) {
        return new ReplaceRoutine(
                Movable.of(routine),
                routine.id(),
                routine.name(),
                routine.identityArguments(),
                routine.definition().orElseThrow(),
                extensions(routine, snapshot),
                routine.source(),
                to,
                reason);
    }

    @Override
    public ReplaceRoutine of(Routine other, Snapshot snapshot) {
        return new ReplaceRoutine(
                Movable.of(other),
                other.id(),
                other.name(),
                other.identityArguments(),
                other.definition().orElseThrow(),
                extensions(other, snapshot),
                from,
                to,
                reason);
    }

    @Override
    public ReplaceRoutine of(ObjectId other) {
        return new ReplaceRoutine(kind, other, name, arguments, definition, extensions, from, to, reason);
    }

    private static List<Identifier> extensions(Routine routine, Snapshot snapshot) {
        SortedSet<Identifier> extensions = new TreeSet<>();
        for (Dependency dependency : snapshot.dependencies()) {
            if (dependency.type() == DEPENDS_ON_EXTENSION
                    && dependency.dependent().equals(routine.id())
                    && snapshot.find(dependency.referenced()).orElse(null) instanceof Extension extension) {
                extensions.add(extension.name());
            }
        }
        return List.copyOf(extensions);
    }

    @Override
    public Statement statement() {
        StringBuilder sql = new StringBuilder(definition).append(quoted(to));
        for (Identifier extension : extensions) {
            sql.append(";\n")
                    .append(Statement.of(
                                    "ALTER %s %s DEPENDS ON EXTENSION %s",
                                    kind, kind.signature(name, arguments), extension)
                            .sql());
        }
        return new Statement(sql.toString());
    }

    /** By a tag that is not in it; but where a line ends as on Windows, which no tool is to mend, with escapes. */
    private static String quoted(String body) {
        if (body.indexOf('\r') >= 0) {
            return "E'" + body.replace("\\", "\\\\").replace("'", "''").replace("\r", "\\r") + "'";
        }
        StringBuilder tag = new StringBuilder("$body");
        while (body.contains(tag)) {
            tag.append('x');
        }
        return tag + "$" + body + tag + "$";
    }

    @Override
    public String aspect() {
        return "body";
    }

    @Override
    public String bond() {
        return "which may name";
    }

    /** The SHA-256 of the body before, in UTF-8: 64 hexadecimal digits. */
    @Override
    public String before() {
        return PlanFingerprint.sha256(from);
    }

    @Override
    public ReplaceRoutine inverse() {
        return new ReplaceRoutine(kind, routine, name, arguments, definition, extensions, to, from, reason);
    }

    @Override
    public boolean isBefore(Routine other) {
        return other.definition().isPresent() && from.equals(other.source());
    }

    @Override
    public boolean isAfter(Routine other) {
        return other.definition().isPresent() && to.equals(other.source());
    }
}
