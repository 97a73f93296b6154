package io.github.schemasplit.render;

import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.TypeNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of what moves and may be an argument's type: types, and the row types of tables and views.
 *
 * @param otherNames each of them before and after its move, with the name that it has at the other moment
 */
record MovedTypes(Map<QualifiedName, QualifiedName> otherNames) {
    MovedTypes {
        otherNames = Map.copyOf(otherNames);
    }

    static MovedTypes of(List<AlterSetSchema> moves) {
        Map<QualifiedName, QualifiedName> otherNames = new HashMap<>();
        for (AlterSetSchema move : moves) {
            if (move.kind().hasType()) {
                QualifiedName after = move.name().in(move.target());
                otherNames.put(move.name(), after);
                otherNames.put(after, move.name());
            }
        }
        return new MovedTypes(otherNames);
    }

    /** Arguments as the server prints them while every type that moves is at the other end of its move. */
    String elsewhere(String arguments) {
        return TypeNames.replace(
                arguments, name -> otherNames.getOrDefault(name, name).sql());
    }
}
