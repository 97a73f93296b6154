package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** How a statement that is being read uses a relation, as far as is known. */
final class UseDraft {
    final Set<Act> acts = EnumSet.noneOf(Act.class);
    final Set<Identifier> fields = new HashSet<>();
    final Set<Identifier> groupedBy = new HashSet<>();
    final Set<Identifier> besides = new HashSet<>();

    RelationUse use() {
        return new RelationUse(acts, fields, groupedBy, besides);
    }
}
