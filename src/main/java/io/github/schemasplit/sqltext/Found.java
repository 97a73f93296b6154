package io.github.schemasplit.sqltext;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The references found so far in a text. */
final class Found {
    private final List<@Nullable Reference> references = new ArrayList<>();
    private final List<@Nullable CteScope> scopes = new ArrayList<>();

    void add(ReferenceKind kind, List<NamePart> name) {
        add(kind, name, false, null);
    }

    void addCreated(ReferenceKind kind, List<NamePart> name) {
        add(kind, name, true, null);
    }

    /** A relation that is read, or else a query that {@code scope} names. */
    void addRead(List<NamePart> name, @Nullable CteScope scope) {
        add(ReferenceKind.RELATION, name, false, name.size() == 1 ? scope : null);
    }

    private void add(ReferenceKind kind, List<NamePart> name, boolean creates, @Nullable CteScope scope) {
        references.add(new Reference(kind, name, creates ? Reference.Place.CREATION : Reference.Place.USE));
        scopes.add(scope);
    }

    int count() {
        return references.size();
    }

    /** The reference at {@code index} is none. */
    void drop(int index) {
        references.set(index, null);
    }

    /** Takes the reference at {@code index} for a type's. */
    void isType(int index) {
        references.set(
                index, new Reference(ReferenceKind.TYPE, references.get(index).parts(), Reference.Place.USE));
    }

    /** What stands for objects of the database, in the order of the text. */
    List<Reference> toList() {
        List<Reference> list = new ArrayList<>(references.size());
        for (int i = 0; i < references.size(); i++) {
            CteScope scope = scopes.get(i);
            Reference reference = references.get(i);
            if (reference != null
                    && (scope == null || !scope.names(reference.parts().get(0).identifier(), reference.start()))) {
                list.add(reference);
            }
        }
        return list;
    }
}
