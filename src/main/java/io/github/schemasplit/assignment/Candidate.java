package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Optional;

/**
 * An object that an entry may name.
 *
 * @param object the object
 * @param name its name
 * @param obstacle why no entry of this kind can move it, as a clause that says what to do instead
 * @param forGlobs whether globs match it; exact names always do
 */
record Candidate(CatalogObject object, QualifiedName name, Optional<String> obstacle, boolean forGlobs)
        implements Comparable<Candidate> {
    static Candidate free(CatalogObject object, QualifiedName name, boolean forGlobs) {
        return new Candidate(object, name, Optional.empty(), forGlobs);
    }

    static Candidate bound(CatalogObject object, QualifiedName name, String obstacle) {
        return new Candidate(object, name, Optional.of(obstacle), false);
    }

    /** By name, then by identity. */
    @Override
    public int compareTo(Candidate other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : object.id().compareTo(other.object.id());
    }

    boolean isFree() {
        return obstacle.isEmpty();
    }
}
