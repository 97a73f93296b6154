package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.sql.LockMode;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code CREATE OR REPLACE FUNCTION}: gives a routine another body and leaves all else about it as it is.
 *
 * @param kind what kind of routine
 * @param routine its identity
 * @param name its name
 * @param arguments its identity arguments, as the server prints them
 * @param definition the statement up to the body, as the server prints it; the command resets whatever it does not hold
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
        String from,
        String to,
        String reason)
        implements Operation {
    /** What makes the statement mean what the server printed; and what a body names may not be there yet. */
    static final List<String> SETTINGS = List.of(
            "check_function_bodies = off",
            "standard_conforming_strings = on",
            "array_nulls = on",
            "transform_null_equals = off");

    /**
     * The replacement of a routine of a snapshot.
     *
     * @throws java.util.NoSuchElementException when its body is no text that can be replaced
     */
    static ReplaceRoutine of(Routine routine, String to, String reason) {
        return new ReplaceRoutine(
                Movable.of(routine),
                routine.id(),
                routine.name(),
                routine.identityArguments(),
                routine.definition().orElseThrow(),
                routine.source(),
                to,
                reason);
    }

    /** The same replacement of a routine as it is in another snapshot: what else was changed about it stays. */
    public ReplaceRoutine of(Routine other) {
        return new ReplaceRoutine(
                Movable.of(other),
                other.id(),
                other.name(),
                other.identityArguments(),
                other.definition().orElseThrow(),
                from,
                to,
                reason);
    }

    /** The same replacement of another routine. */
    ReplaceRoutine of(ObjectId other) {
        return new ReplaceRoutine(kind, other, name, arguments, definition, from, to, reason);
    }

    @Override
    public Statement statement() {
        return new Statement(definition + quoted(to));
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

    /** The SHA-256 of the body before, in UTF-8: 64 hexadecimal digits. */
    public String fromSha256() {
        return HexFormat.of().formatHex(PlanFingerprint.sha256Digest().digest(from.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public ReplaceRoutine inverse() {
        return new ReplaceRoutine(kind, routine, name, arguments, definition, to, from, reason);
    }

    @Override
    public LockMode lockMode() {
        return LockMode.NONE;
    }

    @Override
    public Optional<QualifiedName> lockedRelation() {
        return Optional.empty();
    }

    @Override
    public boolean changes(CatalogObject object) {
        return object.id().equals(routine);
    }

    @Override
    public String subject() {
        return kind.sql().toLowerCase(Locale.ROOT) + " "
                + kind.signature(name, arguments).sql();
    }
}
