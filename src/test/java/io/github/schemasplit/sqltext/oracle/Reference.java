package io.github.schemasplit.sqltext.oracle;

import java.util.List;

/**
 * A name in a SQL text that stands for an object of the database.
 *
 * @param kind what it is the name of
 * @param names its parts as the server reads them, without quotes and folded to lower case where it had none
 * @param location where it begins, in bytes of UTF-8 from 0, or -1 where the parser does not say
 * @param created whether the statement makes the object
 */
public record Reference(ReferenceKind kind, List<String> names, int location, boolean created) {
    public Reference {
        names = List.copyOf(names);
    }

    /** For example {@code RELATION public.orders@14} or {@code ROUTINE f@- created}. */
    @Override
    public String toString() {
        return kind + " " + String.join(".", names) + "@" + (location < 0 ? "-" : location)
                + (created ? " created" : "");
    }
}
