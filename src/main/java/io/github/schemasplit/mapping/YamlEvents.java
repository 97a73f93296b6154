package io.github.schemasplit.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Makes a tree of the events of a YAML parser. */
final class YamlEvents {
    /** The deepest value of a mapping is at level 7. */
    private static final int MAX_DEPTH = 32;

    /** How many values all aliases may stand for together; what a bomb of aliases goes beyond at once. */
    private static final int MAX_ALIASED = 10_000;

    private final Parser events;
    private final String name;
    private final List<MappingProblem> problems;
    private final Map<String, MappingNode> anchors = new HashMap<>();
    private int aliased;

    /**
     * @param name where the events come from, for messages
     * @param problems where to note what is wrong and stops nothing
     */
    YamlEvents(Parser events, String name, List<MappingProblem> problems) {
        this.events = events;
        this.name = name;
        this.problems = problems;
    }

    /** The one document of the stream. */
    Optional<MappingNode> document() throws UnreadableMappingException {
        events.getEvent();
        if (events.checkEvent(Event.ID.StreamEnd)) {
            throw isEmpty(events.peekEvent().getStartMark());
        }
        Mark start = events.getEvent().getStartMark();
        MappingNode root = node("", 0);
        if (root instanceof MappingNode.Scalar scalar && scalar.text().isEmpty()) {
            throw isEmpty(start);
        }
        events.getEvent();
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw stop(events.getEvent(), "a second document begins here; a mapping is one, so remove this line");
        }
        return Optional.of(root);
    }

    private UnreadableMappingException isEmpty(Mark mark) {
        return new UnreadableMappingException(
                YamlSyntax.at(name, mark),
                "the file holds no mapping; write at least one schema below the key schemas");
    }

    private MappingNode node(String path, int depth) throws UnreadableMappingException {
        Event event = events.getEvent();
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        checkTag(event);
        if (depth > MAX_DEPTH) {
            throw stop(event, "this is nested more than " + MAX_DEPTH + " levels deep, and no mapping is; remove it");
        }
        MappingNode node;
        if (event instanceof ScalarEvent scalar) {
            node = new MappingNode.Scalar(scalar.getValue(), origin(event, path));
        } else if (event.is(Event.ID.SequenceStart)) {
            node = items(event, path, depth);
        } else {
            node = fields(event, path, depth);
        }
        if (event instanceof NodeEvent named && named.getAnchor() != null) {
            anchors.put(named.getAnchor(), node);
        }
        return node;
    }

    private MappingNode items(Event start, String path, int depth) throws UnreadableMappingException {
        List<MappingNode> items = new ArrayList<>();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(path + '[' + (items.size() + 1) + ']', depth + 1));
        }
        events.getEvent();
        return new MappingNode.Items(items, origin(start, path));
    }

    private MappingNode fields(Event start, String path, int depth) throws UnreadableMappingException {
        FieldsBuilder fields = new FieldsBuilder(problems);
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            Event key = events.getEvent();
            if (!(key instanceof ScalarEvent scalar) || scalar.getAnchor() != null) {
                throw stop(key, "a key must be a name; if it begins with a special character, put it in quotes");
            }
            checkTag(key);
            if (scalar.isPlain() && scalar.getValue().equals("<<")) {
                throw stop(key, "merging with << is not supported; write the keys out");
            }
            String child = path.isEmpty() ? scalar.getValue() : path + '.' + scalar.getValue();
            Origin origin = origin(key, child);
            fields.add(scalar.getValue(), origin, node(child, depth + 1));
        }
        events.getEvent();
        return fields.build(origin(start, path));
    }

    private MappingNode alias(AliasEvent alias) throws UnreadableMappingException {
        MappingNode node = anchors.get(alias.getAnchor());
        if (node == null) {
            throw stop(
                    alias,
                    "*" + alias.getAnchor() + " stands for an anchor, and none of that name is above; if it is a glob, "
                            + "write it in quotes: \"*" + alias.getAnchor() + "\"");
        }
        aliased += size(node);
        if (aliased > MAX_ALIASED) {
            throw stop(
                    alias,
                    "the aliases up to here stand for more than " + MAX_ALIASED
                            + " values; write the names out, or use globs");
        }
        return node;
    }

    private static int size(MappingNode node) {
        if (node instanceof MappingNode.Items items) {
            return 1 + items.items().stream().mapToInt(YamlEvents::size).sum();
        }
        if (node instanceof MappingNode.Fields fields) {
            return 1 + fields.fields().stream().mapToInt(f -> size(f.value())).sum();
        }
        return 1;
    }

    private void checkTag(Event event) throws UnreadableMappingException {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent start ? start.getTag() : null;
        if (tag != null) {
            throw stop(
                    event,
                    "the tag " + Quoted.of(tag)
                            + " is not supported; remove it, or put a name that begins with ! in quotes");
        }
    }

    private UnreadableMappingException stop(Event event, String message) {
        return new UnreadableMappingException(origin(event, ""), message);
    }

    private Origin origin(Event event, String path) {
        Mark mark = event.getStartMark();
        return new Origin(name, mark.getLine() + 1, mark.getColumn() + 1, path);
    }
}
