package io.github.schemasplit.plan;

import java.util.List;

/**
 * An access control list before an operation changes it, for a script that looks for it by name.
 *
 * @param kind what has it: {@code n} a schema, {@code d} what will be made, {@code c} a column, else as {@code defaclobjtype}
 * @param schema the schema
 * @param name what has it; of what will be made, who makes it; of a schema nothing
 * @param detail of a column its name, of a routine its arguments, of what will be made its kind
 * @param items the items as the server prints them, in order
 */
public record AclBefore(String kind, String schema, String name, String detail, List<String> items) {
    public AclBefore {
        items = List.copyOf(items);
    }
}
