package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The references found so far in a text. */
final class Found {
    private final List<@Nullable Reference> references = new ArrayList<>();
    private final List<@Nullable CteScope> scopes = new ArrayList<>();
    private final Map<Integer, UseDraft> uses = new HashMap<>();

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

    /** How the relation at {@code index} is used. */
    UseDraft use(int index) {
        UseDraft use = uses.get(index);
        if (use == null) {
            use = new UseDraft();
            uses.put(index, use);
        }
        return use;
    }

    /** What is done with every reference from {@code index} on, of which most often there is one. */
    void acted(int index, Act act) {
        for (int i = index; i < references.size(); i++) {
            use(i).acts.add(act);
        }
    }

    /** The same with the first of these alone, if there is one. */
    void actedOnFirst(int index, Act act) {
        if (index < references.size()) {
            use(index).acts.add(act);
        }
    }

    /** The last part of the name at {@code index}, which is there. */
    Identifier name(int index) {
        List<NamePart> parts = references.get(index).parts();
        return parts.get(parts.size() - 1).identifier();
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
                UseDraft use = uses.get(i);
                list.add(use == null ? reference : reference.with(use.use()));
            }
        }
        return list;
    }
}
