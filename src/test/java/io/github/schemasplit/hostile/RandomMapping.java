package io.github.schemasplit.hostile;

import io.github.schemasplit.hostile.World.Group;
import io.github.schemasplit.mapping.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends some of a random database's objects to one to four target schemas. */
final class RandomMapping {
    /** In which list of a mapping a thing is that belongs to no group of its own. */
    private static final List<String> OLD_NAMES = List.of("none", "views", "views", "search-path", "views", "views");

    private static final Map<String, String> LISTS = Map.of(
            "FUNCTION", "routines",
            "PROCEDURE", "routines",
            "AGGREGATE", "routines",
            "CONVERSION", "conversions");

    private static final List<String> ROUTINE_BODIES =
            List.of("report", "rewrite", "rewrite", "search-path", "rewrite", "search-path");

    private final World world;
    private final List<Integer> choices;
    private final int targets;
    private final Map<String, Map<String, List<String>>> entries = new TreeMap<>();
    private final Map<String, List<String>> walled = new TreeMap<>();
    private int next = 1;

    private RandomMapping(World world, List<Integer> choices) {
        this.world = world;
        this.choices = choices;
        this.targets = 1 + choices.get(0) % World.TARGETS.size();
    }

    static String yaml(World world, List<Integer> choices) {
        RandomMapping mapping = new RandomMapping(world, choices);
        mapping.choose();
        return mapping.text();
    }

    private void choose() {
        for (Table table : world.tables()) {
            int choice = choice();
            boolean root = !table.isPartition() && table.role() != Table.Role.CHILD;
            // Children go with their parents; an entry of their own is seldom right.
            if (choice % 5 != 4 && (root || choice % 97 == 0)) {
                add("tables", table.thing(), choice);
                if (table.role() != Table.Role.FOREIGN && table.schema().equals(world.source())) {
                    walled.computeIfAbsent(target(choice), t -> new ArrayList<>())
                            .add(table.thing().name());
                }
            }
        }
        choose("views", 6, Group.VIEW, Group.MATERIALIZED_VIEW);
        choose("types", 3, Group.ENUM, Group.DOMAIN, Group.COMPOSITE, Group.RANGE);
        choose("operators", 3, Group.OPERATOR);
        choose("collations", 3, Group.COLLATION);
        choose("textSearch", 3, Group.DICTIONARY, Group.CONFIGURATION);
        choose("textSearch", 6, Group.PARSER, Group.TEMPLATE);
        choose("operatorClasses", 3, Group.OPERATOR_CLASS, Group.FAMILY);
        for (Thing thing : world.all(Group.ANY)) {
            String list = LISTS.get(thing.keyword());
            int choice = list == null ? 1 : choice();
            if (list != null && choice % 3 == 0) {
                add(list, thing, choice / 3);
            }
        }
    }

    private void choose(String list, int share, Group... groups) {
        for (Group group : groups) {
            for (Thing thing : world.all(group)) {
                int choice = choice();
                if (choice % share == 0) {
                    add(list, thing, choice / share);
                }
            }
        }
    }

    private void add(String list, Thing thing, int choice) {
        if (!thing.schema().equals(world.source())) {
            return;
        }
        boolean overloaded = list.equals("operators")
                || list.equals("routines")
                        && world.all(Group.ANY).stream()
                                        .filter(t -> t.schema().equals(thing.schema())
                                                && t.name().equals(thing.name()))
                                        .count()
                                > 1;
        String name = NamePattern.exactly(thing.name()).text();
        // Seldom, since globs of two targets quarrel.
        String pattern = choice % 41 == 0
                ? NamePattern.exactly(thing.name().substring(0, thing.name().offsetByCodePoints(0, 1)))
                                .text()
                        + "*"
                : overloaded ? name + thing.suffix() : name;
        // The same glob twice is a malformed mapping, and no refusal by the database; so is a list of nothing.
        if (world.isFirst(list + " " + pattern)) {
            entries.computeIfAbsent(target(choice), t -> new TreeMap<>())
                    .computeIfAbsent(list, l -> new ArrayList<>())
                    .add(pattern);
        }
    }

    private String target(int choice) {
        return World.TARGETS.get(choice % targets);
    }

    private int choice() {
        return choices.get(next++ % choices.size());
    }

    private String text() {
        StringBuilder yaml = new StringBuilder("source: " + quoted(world.source()) + "\nunmapped: "
                + (choices.get(0) % 7 == 6 && !entries.isEmpty()
                        ? quoted(entries.keySet().iterator().next())
                        : "keep")
                + unmappedViews() + "\ncompatibility: "
                + OLD_NAMES.get(choices.get(choices.size() - 1) % OLD_NAMES.size()) + "\nroutineBodies: "
                + ROUTINE_BODIES.get(choices.get(0) % ROUTINE_BODIES.size()) + "\nschemas:\n");
        if (entries.isEmpty()) {
            yaml.append("  crm: {tables: [\"*\"]}\n");
        }
        entries.forEach((target, lists) -> {
            yaml.append("  ").append(quoted(target)).append(":\n");
            lists.forEach((list, patterns) -> {
                yaml.append("    ").append(list).append(":\n");
                patterns.forEach(p -> yaml.append("      - ").append(quoted(p)).append('\n'));
            });
            yaml.append(Walls.lines(walled.getOrDefault(target, List.of()), choices.get(0)));
        });
        return yaml.toString();
    }

    private String unmappedViews() {
        return switch (choices.get(choices.size() - 1) % 6) {
            case 0 -> "\nunmappedViews: stay";
            case 1 ->
                entries.isEmpty()
                        ? ""
                        : "\nunmappedViews: "
                                + quoted(entries.keySet().iterator().next());
            default -> "";
        };
    }

    static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
