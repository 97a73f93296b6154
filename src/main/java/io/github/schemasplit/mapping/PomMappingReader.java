package io.github.schemasplit.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the {@code <schemas>} and {@code <createRoles>} of a POM as a tree of the same shape as YAML gives.
 *
 * <p>A list is written as elements of the singular name, {@code <tables><table>orders</table></tables>}, or as names with
 * commas between them, {@code <tables>orders, say_*</tables>}. A key that is a name of the database and cannot be an
 * element's name, such as {@code Order Items}, is written as {@code <schema><name>Order Items</name>…</schema>}, and a role
 * of default privileges as {@code <grant><role>…</role><privileges>…</privileges></grant>}.
 */
public final class PomMappingReader {
    /** The lists of names, each with what its elements are called. */
    private static final Map<String, String> LISTS = lists();

    private final XmlTree tree;

    private PomMappingReader(XmlTree tree) {
        this.tree = tree;
    }

    private static Map<String, String> lists() {
        Map<String, String> lists = new HashMap<>(Map.of("to", "role"));
        for (EntryKind kind : EntryKind.values()) {
            lists.put(kind.key(), kind.element());
        }
        return Map.copyOf(lists);
    }

    /**
     * Reads the configuration; whatever is wrong with it is a problem of the result.
     *
     * @param elements the elements {@code <schemas>} and {@code <createRoles>}, those that there are
     * @param source where they come from, for messages: {@code pom.xml}
     */
    public static MappingTree read(List<XmlElement> elements, String source) {
        Problems problems = new Problems();
        XmlTree tree = new XmlTree(source, problems);
        PomMappingReader reader = new PomMappingReader(tree);
        FieldsBuilder fields = new FieldsBuilder(problems);
        for (XmlElement element : elements) {
            MappingNode value = element.name().equals(MappingParser.CREATE_ROLES)
                    ? tree.list(element, element.name(), "role")
                    : reader.schemas(element);
            fields.add(element.name(), value.origin(), value);
        }
        return new MappingTree(Optional.of(fields.build(tree.origin(""))), problems.all());
    }

    private MappingNode schemas(XmlElement schemas) {
        String path = "schemas";
        if (schemas.children().isEmpty()) {
            return tree.any(schemas, path);
        }
        tree.check(schemas, path);
        FieldsBuilder fields = tree.fields();
        for (XmlElement schema : schemas.children()) {
            Optional<XmlElement> name = schema.name().equals("schema") ? schema.child("name") : Optional.empty();
            String key = name.map(XmlElement::text).map(String::strip).orElse(schema.name());
            String child = path + '.' + key;
            fields.add(key, tree.origin(child), schema(schema, name, child));
        }
        return fields.build(tree.origin(path));
    }

    private MappingNode schema(XmlElement schema, Optional<XmlElement> name, String path) {
        if (schema.children().isEmpty() && !schema.text().isBlank()) {
            return tree.any(schema, path);
        }
        tree.check(schema, path);
        FieldsBuilder fields = tree.fields();
        for (XmlElement child : schema.children()) {
            if (name.filter(n -> n == child).isEmpty()) {
                String childPath = path + '.' + child.name();
                fields.add(child.name(), tree.origin(childPath), field(child, childPath));
            }
        }
        return fields.build(tree.origin(path));
    }

    private MappingNode field(XmlElement element, String path) {
        if (LISTS.containsKey(element.name())) {
            return tree.list(element, path, LISTS.get(element.name()));
        }
        return switch (element.name()) {
            case "policies" -> tree.items(element, path, "policy", (policy, at) -> tree.map(policy, at, this::field));
            case "access" -> tree.map(element, path, this::access);
            case RowSecurityParser.KEY -> tree.map(element, path, this::tables);
            case "compatibility" -> tree.map(element, path, (word, at) -> tree.list(word, at, "name"));
            default -> tree.any(element, path);
        };
    }

    /** Where {@code tables} are not which tables, but who may do what with them. */
    private MappingNode access(XmlElement element, String path) {
        return switch (element.name()) {
            case "usage", "create", "creators" -> tree.list(element, path, "role");
            case "tables", "sequences", "routines", "types" -> grants(element, path);
            case "defaults" -> tree.map(element, path, this::grants);
            default -> tree.any(element, path);
        };
    }

    /** The word for all of them, or their names. */
    private MappingNode tables(XmlElement element, String path) {
        boolean all = element.children().isEmpty() && element.text().strip().equals(RowSecurityParser.ALL);
        return all ? tree.any(element, path) : tree.list(element, path, EntryKind.TABLES.element());
    }

    /** The roles and privileges of one kind of object. */
    private MappingNode grants(XmlElement kind, String path) {
        if (kind.children().isEmpty()) {
            return tree.any(kind, path);
        }
        tree.check(kind, path);
        FieldsBuilder fields = tree.fields();
        for (XmlElement grant : kind.children()) {
            Optional<XmlElement> role = grant.name().equals("grant") ? grant.child("role") : Optional.empty();
            String key = role.map(XmlElement::text).map(String::strip).orElse(grant.name());
            String child = path + '.' + key;
            XmlElement privileges = role.flatMap(r -> grant.child("privileges")).orElse(grant);
            fields.add(key, tree.origin(child), tree.list(privileges, child, "privilege"));
        }
        return fields.build(tree.origin(path));
    }
}
