package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.ReferenceKind;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What names may stand for in statements that a routine puts together as it runs. */
final class AssembledNames {
    private static final Meaning UNMOVED = new Meaning.Unmoved();

    private final Identifier source;
    private final MovingNames moving;

    AssembledNames(Assignment assignment, MovingNames moving) {
        this.source = assignment.mapping().source().value();
        this.moving = moving;
    }

    /**
     * What such a reference may stand for, which only a person can tell.
     *
     * @param paths where names without a schema are looked for
     * @param written what the name would stand for in a statement that is written out
     */
    Meaning meaning(Reference reference, Set<List<Identifier>> paths, Supplier<Meaning> written) {
        List<NamePart> name = NameResolver.objectName(reference);
        NamePart last = name.get(name.size() - 1);
        boolean openSchema = name.size() > 1 && name.get(name.size() - 2).isOpen();
        if (last.isOpen()) {
            boolean ofSource = name.size() > 1
                    ? name.get(name.size() - 2).identifier().equals(source)
                    : reference.kind() == ReferenceKind.RELATION
                            && !last.isPartlyKnown()
                            && paths.stream().anyMatch(path -> path.contains(source));
            if (ofSource && !moving.isEmpty()) {
                return unclear("which object of schema " + source + " it is, is known only as the routine runs");
            }
            List<String> bearers = name.size() == 1 || openSchema ? moving.like(last) : List.of();
            return bearers.isEmpty()
                    ? UNMOVED
                    : unclear(
                            "the rest of the name is known only as the routine runs; it may be " + Words.some(bearers));
        }
        if (openSchema) {
            List<String> bearers = moving.bearers(Set.of(last.identifier().value()));
            return bearers.isEmpty()
                    ? UNMOVED
                    : unclear("in which schema that is, is known only as the routine runs; it may be "
                            + Words.some(bearers));
        }
        return written.get() instanceof Meaning.Unmoved
                ? UNMOVED
                : unclear("the statement around it is put together as the routine runs");
    }

    private static Meaning unclear(String why) {
        return new Meaning.Unclear(List.of(), why);
    }
}
