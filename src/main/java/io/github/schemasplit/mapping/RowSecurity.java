package io.github.schemasplit.mapping;

import java.util.List;

/**
 * For which tables of a target schema row security is to be on. What is not named is left as it is.
 *
 * @param enable the tables for which it is enabled
 * @param force the tables whose owners it holds for too
 */
public record RowSecurity(List<Located<NamePattern>> enable, List<Located<NamePattern>> force) {
    /** Nothing is said of it. */
    public static final RowSecurity UNSAID = new RowSecurity(List.of(), List.of());

    public RowSecurity {
        enable = List.copyOf(enable);
        force = List.copyOf(force);
    }

    /** Whether anything is said of it. */
    public boolean isSaid() {
        return !enable.isEmpty() || !force.isEmpty();
    }
}
