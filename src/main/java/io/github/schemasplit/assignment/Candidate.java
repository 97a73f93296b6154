package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Optional;

/**
 * An object that an entry may name.
 *
 * @param object the object
 * @param obstacle why no entry of this kind can move it, as a clause that says what to do instead
 * @param forGlobs whether globs match it; exact names always do
 */
record Candidate(SchemaObject object, Optional<String> obstacle, boolean forGlobs) implements Comparable<Candidate> {
    static Candidate free(SchemaObject object, boolean forGlobs) {
        return new Candidate(object, Optional.empty(), forGlobs);
    }

    static Candidate bound(SchemaObject object, String obstacle) {
        return new Candidate(object, Optional.of(obstacle), false);
    }

    /** By name, then by identity. */
    @Override
    public int compareTo(Candidate other) {
        int byName = name().compareTo(other.name());
        return byName != 0 ? byName : object.id().compareTo(other.object.id());
    }

    QualifiedName name() {
        return object.name();
    }

    boolean isFree() {
        return obstacle.isEmpty();
    }
}
