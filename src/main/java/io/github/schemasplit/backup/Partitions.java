package io.github.schemasplit.backup;

import io.github.schemasplit.backup.TableOfContents.Entry;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.jdbc.DumpDependencies.Edge;
import io.github.schemasplit.jdbc.DumpDependencies.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of a schema that are partitions of tables of other schemas. Such a table is made by itself and attached by an item of its
 * own; so it comes without the other one, too, and nobody is shut out of that while rows come. Its indexes are attached by the server then.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE … ATTACH PARTITION</a>
 */
final class Partitions {
    private static final String ATTACHES = "TABLE ATTACH";
    private static final String INDEX = "index ";

    private final Map<String, Key> tables = new HashMap<>();
    private final Map<Key, Key> parents = new HashMap<>();
    private final Map<Key, Set<Key>> wholes = new HashMap<>();
    private final Set<String> indexes = new HashSet<>();

    /**
     * @param contents the archive's: of older programs, it has no items that attach, and there is nothing to part then
     * @param own what is in the schema, by the archive's items
     * @param definitions all objects
     * @param edges what needs what
     */
    static Partitions of(
            TableOfContents contents, Map<Key, Entry> own, Map<Key, Definition> definitions, Collection<Edge> edges) {
        Partitions partitions = new Partitions();
        Set<String> attached = new HashSet<>();
        for (Entry entry : contents.entries()) {
            if (entry.kind().equals(ATTACHES)) {
                attached.add(entry.name());
            }
        }
        for (Edge edge : edges) {
            Entry table = own.get(edge.from());
            if (edge.type() == 'a'
                    && edge.from().catalog() == edge.to().catalog()
                    && table != null
                    && !own.containsKey(edge.to())
                    && attached.contains(table.name())) {
                partitions.tables.put(table.name(), edge.from());
                partitions.parents.put(edge.from(), edge.to());
            }
        }
        partitions.addParts(definitions, edges);
        return partitions;
    }

    /** An index of one, or a key, depends on the table and on that of which it is a part. */
    private void addParts(Map<Key, Definition> definitions, Collection<Edge> edges) {
        Set<Key> parts = new HashSet<>();
        for (Edge edge : edges) {
            if (edge.type() == 'S' && parents.containsKey(edge.to())) {
                parts.add(edge.from());
            }
        }
        for (Edge edge : edges) {
            if (edge.type() == 'P' && parts.contains(edge.from())) {
                wholes.computeIfAbsent(edge.from(), k -> new HashSet<>()).add(edge.to());
                Optional.ofNullable(definitions.get(edge.from()))
                        .map(Definition::object)
                        .filter(object -> object.startsWith(INDEX))
                        .ifPresent(object -> indexes.add(plain(object.substring(INDEX.length()))));
            }
        }
    }

    private static String plain(String name) {
        return name.replace("\"", "").replaceFirst("\\.", " ") + " ";
    }

    /** What an object is made without, although it depends on it. */
    Set<Key> madeWithout(Key object) {
        Key parent = parents.get(object);
        return parent == null ? wholes.getOrDefault(object, Set.of()) : Set.of(parent);
    }

    /** The objects that are made without something. */
    Set<Key> parted() {
        Set<Key> all = new HashSet<>(parents.keySet());
        all.addAll(wholes.keySet());
        return all;
    }

    /** The table that an item attaches, if it is one of these. */
    Optional<Key> attached(Entry entry) {
        return entry.kind().equals(ATTACHES) ? Optional.ofNullable(tables.get(entry.name())) : Optional.empty();
    }

    /** The table to which it is attached. */
    Key parent(Key table) {
        return parents.get(table);
    }

    /** Whether an item does what the server does when the table is attached. */
    boolean isDone(Entry entry) {
        String name = entry.name().replace("\"", "");
        return entry.kind().equals("INDEX ATTACH") && indexes.stream().anyMatch(name::startsWith);
    }
}
