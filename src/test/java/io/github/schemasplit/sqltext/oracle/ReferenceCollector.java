package io.github.schemasplit.sqltext.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The references found in a tree so far, each with how to take its schema off it. */
final class ReferenceCollector {
    private static final String MADE_UP = "pg_catalog";

    private final byte[] source;
    private final List<Found> found = new ArrayList<>();
    private boolean repeated;

    private record Found(Reference reference, boolean repeated, Runnable dropSchema) {}

    private ReferenceCollector(String source) {
        this.source = source.getBytes(StandardCharsets.UTF_8);
    }

    static ReferenceCollector of(String source, JsonNode root) {
        ReferenceCollector collector = new ReferenceCollector(source);
        new ReferenceWalk(collector).walk(root, CommonTables.NONE);
        return collector;
    }

    List<Reference> references() {
        Set<Reference> seen = new HashSet<>();
        return found.stream()
                .filter(each -> !each.repeated())
                .map(Found::reference)
                // The tree has the argument types of a routine twice.
                .filter(reference -> reference.location() < 0 || seen.add(reference))
                .sorted(Comparator.comparingInt(
                        reference -> reference.location() < 0 ? Integer.MAX_VALUE : reference.location()))
                .toList();
    }

    void dropSchemas(Predicate<Reference> which) {
        found.stream()
                .filter(each -> which.test(each.reference()))
                .forEach(each -> each.dropSchema().run());
    }

    /** A relation, or what is named like one. */
    void rangeVar(JsonNode node, ReferenceKind kind, boolean created) {
        if (node instanceof ObjectNode range && range.has("relname")) {
            List<String> names = new ArrayList<>();
            for (String part : List.of("catalogname", "schemaname", "relname")) {
                if (range.has(part)) {
                    names.add(range.path(part).asText());
                }
            }
            add(kind, names, location(range), created, () -> range.remove(List.of("catalogname", "schemaname")));
        }
    }

    /** A name that the grammar never makes up. */
    void name(ReferenceKind kind, JsonNode list, int location, boolean created) {
        NameList name = NameList.of(list);
        if (!name.names().isEmpty()) {
            add(kind, name.names(), location, created, () -> dropSchema(kind, name.node(), 0));
        }
    }

    /**
     * A name that the grammar makes up for some syntax: those are in {@code pg_catalog}, and the text does not say so. What
     * the tree has twice may have no location.
     */
    void nameIfWritten(ReferenceKind kind, JsonNode list, int location) {
        NameList name = NameList.of(list);
        if (!name.names().isEmpty() && (!name.names().get(0).equals(MADE_UP) || repeated || isWritten(location))) {
            name(kind, list, location, false);
        }
    }

    /** A relation that {@code list} names before what is in it: {@code public.orders} of {@code public.orders.audit}. */
    void relationOf(JsonNode list) {
        NameList name = NameList.of(list);
        int size = name.names().size() - 1;
        if (size > 0) {
            List<String> names = name.names().subList(0, size);
            add(ReferenceKind.RELATION, names, -1, false, () -> dropSchema(ReferenceKind.RELATION, name.node(), 1));
        }
    }

    /** A relation that is named without a schema and has no list. */
    void created(String relation) {
        add(ReferenceKind.RELATION, List.of(relation), -1, true, () -> {});
    }

    /** Runs a walk over what the tree has twice and the text once. */
    void repeated(Runnable walk) {
        repeated = true;
        walk.run();
        repeated = false;
    }

    static int location(JsonNode node) {
        return node.path("location").asInt(0);
    }

    private void add(ReferenceKind kind, List<String> names, int location, boolean created, Runnable dropSchema) {
        if (kind == ReferenceKind.COLUMN && names.size() == 1) {
            // The grammar takes COMMENT ON COLUMN a, and the server does not.
            return;
        }
        found.add(new Found(new Reference(kind, names, location, created), repeated, dropSchema));
    }

    private static void dropSchema(ReferenceKind kind, JsonNode list, int behind) {
        int kept = (kind == ReferenceKind.COLUMN ? 2 : 1) + behind;
        for (Iterator<JsonNode> parts = list.iterator(); list.size() > kept; parts.remove()) {
            parts.next();
        }
    }

    private boolean isWritten(int location) {
        int length = MADE_UP.length();
        if (location < 0 || location + length > source.length) {
            return false;
        }
        int start = source[location] == '"' ? location + 1 : location;
        byte[] text = Arrays.copyOfRange(source, start, start + length);
        return new String(text, StandardCharsets.UTF_8).equalsIgnoreCase(MADE_UP);
    }
}
