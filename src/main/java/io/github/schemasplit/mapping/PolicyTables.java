package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.Collection;

/** Which tables of a target schema get a policy. */
public sealed interface PolicyTables {
    /** For a message, such as {@code table orders}. */
    String describe();

    /** Whether a table is one of them, by its name and those of its columns. */
    boolean include(Identifier name, Collection<Identifier> columns);

    /**
     * One table.
     *
     * @param table its name
     */
    record Named(Identifier table) implements PolicyTables {
        @Override
        public String describe() {
            return "table " + table;
        }

        @Override
        public boolean include(Identifier name, Collection<Identifier> columns) {
            return name.equals(table);
        }
    }

    /**
     * Every table that has a column of that name: the entry is a template.
     *
     * @param column the column's name
     */
    record WithColumn(Identifier column) implements PolicyTables {
        @Override
        public String describe() {
            return "tables with column " + column;
        }

        @Override
        public boolean include(Identifier name, Collection<Identifier> columns) {
            return columns.contains(column);
        }
    }
}
