package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a state: one part after the other, each with its length, so that no two lists of parts give the same text. The journal
 * keeps its hash, so it is ours alone: what Java says of a record differs between its versions, and takes long to be said first.
 */
final class StateText {
    private final StringBuilder text = new StringBuilder();

    StateText add(String part) {
        text.append(part.length()).append(':').append(part);
        return this;
    }

    StateText add(Identifier name) {
        return add(name.value());
    }

    StateText add(long number) {
        text.append(number).append(';');
        return this;
    }

    StateText add(char letter) {
        text.append(letter);
        return this;
    }

    StateText add(boolean is) {
        return add(is ? 't' : 'f');
    }

    /** Numbers or texts, in their order. */
    StateText addAll(Collection<?> parts) {
        add(parts.size());
        for (Object part : parts) {
            add(part.toString());
        }
        return this;
    }

    StateText add(Optional<Acl> acl) {
        if (acl.isEmpty()) {
            return add('-');
        }
        add(acl.get().items().size());
        for (AclItem item : acl.get().items()) {
            add(item.grantee().isPublic() ? "" : item.grantee().role().get().value());
            add(letters(item.privileges()));
            add(letters(item.grantable()));
            add(item.grantor());
        }
        return this;
    }

    private static String letters(Set<Privilege> privileges) {
        StringBuilder letters = new StringBuilder();
        for (Privilege privilege : privileges) {
            letters.append(privilege.letter());
        }
        return letters.toString();
    }

    /** The columns of a relation, in their order. */
    StateText addColumns(Collection<Column> columns) {
        add(columns.size());
        for (Column column : columns) {
            add(column.number()).add(column.name()).add(column.typeOid()).add(column.notNull());
            add(column.acl()).add(column.attributes());
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
