package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.AclHolder;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.AclState;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code GRANT} and {@code REVOKE}, or {@code ALTER DEFAULT PRIVILEGES}: makes one access control list another, item by item and in
 * its order, and those of columns as well.
 *
 * @param holder what has the list
 * @param owner who owns that, and so grants
 * @param from what is granted before
 * @param to what is granted after
 * @param reason why
 */
public record AlterPrivileges(AclHolder holder, Identifier owner, AclState from, AclState to, String reason)
        implements AccessOperation {
    public AlterPrivileges {
        from = new AclState(holder.ordered(from.items()), from.columns());
        to = new AclState(holder.ordered(to.items()), to.columns());
    }

    @Override
    public Statement statement() {
        return new Statement(String.join(";\n", AclStatements.change(holder, owner, from, to)));
    }

    @Override
    public AlterPrivileges inverse() {
        return new AlterPrivileges(holder, owner, to, from, reason);
    }

    /** The roles besides the owner whose grants it makes or takes away. */
    Set<Identifier> grantors() {
        List<AclItem> before = from.all();
        List<AclItem> after = to.all();
        Set<Identifier> grantors = new TreeSet<>();
        Stream.concat(
                        before.stream().filter(item -> !after.contains(item)),
                        after.stream().filter(item -> !before.contains(item)))
                .map(AclItem::grantor)
                .filter(grantor -> !grantor.equals(owner))
                .forEach(grantors::add);
        return grantors;
    }

    /** This and another one after it, of the same list, as one. */
    public AlterPrivileges then(AlterPrivileges later) {
        return new AlterPrivileges(holder, owner, from, later.to, reason);
    }

    /** The same for what has the list by another name, or is another object. */
    public AlterPrivileges of(AclHolder other) {
        return new AlterPrivileges(other, owner, from, to, reason);
    }

    /** The lists before: that of the whole, and that of each column of which there is one before or after. */
    public List<AclBefore> before() {
        List<AclBefore> lists = new ArrayList<>();
        if (holder instanceof AclHolder.OfSchema schema) {
            lists.add(new AclBefore("n", schema.name().value(), "", "", texts(from.items())));
        } else if (holder instanceof AclHolder.OfNewObjects made) {
            lists.add(new AclBefore(
                    "d",
                    made.schema().value(),
                    made.role().value(),
                    String.valueOf(made.kind().objectType()),
                    texts(from.items())));
        } else if (holder instanceof AclHolder.OfObject object) {
            String schema = object.name().schema().value();
            String name = object.name().name().value();
            String kind = String.valueOf(object.kind().objectType());
            // An aggregate without arguments is written with a star.
            String arguments = object.arguments().equals("*") ? "" : object.arguments();
            lists.add(new AclBefore(kind, schema, name, arguments, texts(from.items())));
            Map<Integer, Identifier> columns = new TreeMap<>();
            from.columns().forEach(column -> columns.put(column.number(), column.name()));
            to.columns().forEach(column -> columns.put(column.number(), column.name()));
            columns.forEach((number, column) ->
                    lists.add(new AclBefore("c", schema, name, column.value(), texts(from.column(number)))));
        }
        return lists;
    }

    private static List<String> texts(List<AclItem> items) {
        return items.stream().map(AclItem::toString).toList();
    }

    /** Whether the server removes a row for it on the way: default privileges are one, which goes when nobody is left in it. */
    public boolean removesRow() {
        return holder instanceof AclHolder.OfNewObjects && AclStatements.empties(from.items(), to.items());
    }

    @Override
    public boolean changes(CatalogObject object) {
        return holder.isOf(object);
    }

    @Override
    public String subject() {
        return holder.describe();
    }
}
