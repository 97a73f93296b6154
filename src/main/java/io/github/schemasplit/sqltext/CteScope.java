package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that WITH gives to queries, around a place in a statement. */
final class CteScope {
    private final @Nullable CteScope outer;
    private final Map<Identifier, Integer> names = new HashMap<>();

    CteScope(@Nullable CteScope outer) {
        this.outer = outer;
    }

    /** Names a query; the name is known from {@code offset} of the text on. */
    void name(Identifier cte, int offset) {
        Integer known = names.get(cte);
        if (known == null || offset < known) {
            names.put(cte, offset);
        }
    }

    /** Whether {@code name} at {@code offset} of the text is that of a query. Asked for when the statement is read. */
    boolean names(Identifier name, int offset) {
        for (CteScope scope = this; scope != null; scope = scope.outer) {
            Integer from = scope.names.get(name);
            if (from != null && from <= offset) {
                return true;
            }
        }
        return false;
    }
}
