package io.github.schemasplit.backup;

import io.github.schemasplit.backup.TableOfContents.Entry;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.jdbc.DumpDependencies.Edge;
import io.github.schemasplit.jdbc.DumpDependencies.Key;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of an archive makes one schema: all that is in it, and what that needs of others, such as types, routines, sequences, other
 * schemas and extensions. Tables and views of other schemas are not taken along: what refers to them, a foreign key or a view, says
 * so, and is made only where they are.
 */
public final class SchemaSelection {
    /** What is, or is a part of, a relation. */
    private static final Set<String> RELATIONS = Set.of(
            "TABLE",
            "VIEW",
            "MATERIALIZED VIEW",
            "FOREIGN TABLE",
            "TABLE ATTACH",
            "CONSTRAINT",
            "CHECK CONSTRAINT",
            "FK CONSTRAINT",
            "INDEX",
            "INDEX ATTACH",
            "TRIGGER",
            "RULE",
            "POLICY",
            "DEFAULT",
            "STATISTICS");

    /** Privileges and comments of a schema are in none. */
    private static final String OF_SCHEMA = "- SCHEMA ";

    private final String schema;
    private final TableOfContents contents;
    private final Map<Key, Definition> definitions = new HashMap<>();
    private final Set<String> schemas = new TreeSet<>();
    private final Map<Key, Entry> entries = new HashMap<>();
    private final Map<Key, Key> wholes = new HashMap<>();
    private final Map<Key, Set<Key>> uses = new HashMap<>();
    private final Set<Key> own = new HashSet<>();
    private final Set<Key> needed = new HashSet<>();
    private final Partitions partitions;

    private SchemaSelection(
            String schema, TableOfContents contents, Collection<Definition> definitions, Collection<Edge> edges) {
        this.schema = schema;
        this.contents = contents;
        for (Definition definition : definitions) {
            this.definitions.put(new Key(definition.catalog(), definition.oid()), definition);
            definition.schema().ifPresent(schemas::add);
        }
        for (Entry entry : contents.entries()) {
            if (entry.key().catalog() != 0) {
                entries.putIfAbsent(entry.key(), entry);
            }
        }
        connect(edges);
        select();
        Map<Key, Entry> owned = new HashMap<>(entries);
        owned.keySet().retainAll(own);
        this.partitions = Partitions.of(contents, owned, this.definitions, edges);
        for (Key object : partitions.parted()) {
            item(object).ifPresent(item -> {
                for (Key without : partitions.madeWithout(object)) {
                    item(without).ifPresent(uses.getOrDefault(item, new HashSet<>())::remove);
                }
            });
        }
    }

    /**
     * @param schema the schema
     * @param contents the archive's
     * @param definitions all objects of the database
     * @param edges what needs what
     */
    public static SchemaSelection of(
            String schema, TableOfContents contents, Collection<Definition> definitions, Collection<Edge> edges) {
        return new SchemaSelection(schema, contents, definitions, edges);
    }

    /**
     * Extensions stand for their members, constraints of partitioned tables for those of the partitions, and what else has no item of its
     * own is a part of what has. A view that is made in two steps, since something that it needs is made in between, is one item.
     */
    private void connect(Collection<Edge> edges) {
        for (Edge edge : edges) {
            Entry entry = entries.get(edge.from());
            if (edge.type() == 'i' && entry != null && entry.kind().equals("RULE")) {
                entries.remove(edge.from());
            }
        }
        for (char type : new char[] {'e', 'i', 'P', 'a'}) {
            for (Edge edge : edges) {
                if (edge.type() == type && !entries.containsKey(edge.from())) {
                    wholes.putIfAbsent(edge.from(), edge.to());
                }
            }
        }
        for (Edge edge : edges) {
            Optional<Key> from = item(edge.from());
            Optional<Key> to = item(edge.to());
            if (from.isPresent() && to.isPresent() && !from.equals(to)) {
                uses.computeIfAbsent(from.get(), k -> new HashSet<>()).add(to.get());
            }
        }
    }

    /** The item that makes an object. */
    private Optional<Key> item(Key object) {
        Optional<Key> at = Optional.of(object);
        Set<Key> seen = new HashSet<>();
        while (at.isPresent() && !entries.containsKey(at.get()) && seen.add(at.get())) {
            at = Optional.ofNullable(wholes.get(at.get()));
        }
        return at.filter(entries::containsKey);
    }

    private void select() {
        Deque<Key> open = new ArrayDeque<>();
        for (Key key : entries.keySet()) {
            Definition definition = definitions.get(key);
            boolean inSchema = definition == null
                    ? schemaOf(entries.get(key).name()).equals(Optional.of(schema))
                    : definition.schema().equals(Optional.of(schema));
            if (inSchema) {
                own.add(key);
                open.add(key);
            }
        }
        while (!open.isEmpty()) {
            for (Key used : uses.getOrDefault(open.remove(), Set.of())) {
                if (!own.contains(used) && !RELATIONS.contains(entries.get(used).kind()) && needed.add(used)) {
                    open.add(used);
                }
            }
        }
    }

    /** What is taken, in the archive's order. */
    public List<ArchiveItem> items() {
        Map<String, Key> byName = new LinkedHashMap<>();
        for (Entry entry : contents.entries()) {
            if (own.contains(entry.key()) || needed.contains(entry.key())) {
                byName.put(Attachments.text(entry), entry.key());
            }
        }
        Attachments attachments = new Attachments(byName);
        List<ArchiveItem> items = new ArrayList<>();
        for (Entry entry : contents.entries()) {
            Key key = entry.key();
            Optional<Key> attached = partitions.attached(entry);
            if (attached.isPresent()) {
                items.add(ArchiveItem.attaching(
                        entry.line(), named(attached.get()), named(partitions.parent(attached.get()))));
            } else if (partitions.isDone(entry)) {
                continue;
            } else if (own.contains(key) || needed.contains(key)) {
                items.add(new ArchiveItem(entry.line(), name(key), own.contains(key), used(key)));
            } else if (key.catalog() == 0 || !entries.containsKey(key)) {
                Optional<Key> whole = key.catalog() == 0 ? attachments.whole(entry) : item(key);
                boolean isOwn = whole.map(own::contains)
                        .orElseGet(() -> schemaOf(entry.name()).equals(Optional.of(schema)));
                if (isOwn) {
                    items.add(new ArchiveItem(
                            entry.line(),
                            Optional.empty(),
                            true,
                            whole.flatMap(this::name).map(List::of).orElse(List.of())));
                } else if (whole.filter(needed::contains).isPresent()
                        && !entry.kind().equals("SEQUENCE OWNED BY")) {
                    items.add(new ArchiveItem(entry.line(), name(whole.get()), false, List.of()));
                }
            }
        }
        return items;
    }

    private Optional<String> name(Key key) {
        return Optional.ofNullable(definitions.get(key)).map(Definition::object);
    }

    private String named(Key key) {
        return definitions.get(key).object();
    }

    private List<String> used(Key key) {
        Set<String> names = new TreeSet<>();
        for (Key used : uses.getOrDefault(key, Set.of())) {
            name(used).ifPresent(names::add);
        }
        return List.copyOf(names);
    }

    /** The schema of an item that is no object: of those whose names begin its text, the longest. */
    private Optional<String> schemaOf(String name) {
        if (name.startsWith(OF_SCHEMA)) {
            return schemaOf(name.substring(OF_SCHEMA.length()));
        }
        return schemas.stream()
                .filter(s -> name.startsWith(s + " "))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
    }

    /**
     * The objects that are in the schema or needed by what is, each with its definition's hash. A publication comes along without the
     * tables of others, so that it is not as it was.
     */
    public List<Definition> held() {
        return definitions.values().stream()
                .filter(d -> d.schema().equals(Optional.of(schema))
                        || (needed.contains(new Key(d.catalog(), d.oid()))
                                && !d.object().startsWith("publication ")))
                .toList();
    }

    /** What is made, for those who ask which roles it names. */
    public boolean contains(Key object) {
        Optional<Key> item = item(object);
        return item.isPresent() && (own.contains(item.get()) || needed.contains(item.get()));
    }
}
