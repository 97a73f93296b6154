package io.github.schemasplit.mapping;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a tree of the tokens of a YAML text. */
final class YamlTree {
    /** The deepest value of a mapping is at level 7, that of a baseline at level 2. */
    private static final int MAX_DEPTH = 32;

    /** How many values all aliases may stand for together; what a bomb of aliases goes beyond at once. */
    private static final int MAX_ALIASED = 10_000;

    private final YamlTokens tokens;
    private final String name;
    private final YamlContent content;
    private final Problems problems;
    private final Map<String, MappingNode> anchors = new HashMap<>();
    private int aliased;

    /**
     * @param name where the tokens come from, for messages
     * @param content what they should be, for messages
     * @param problems where to note what is wrong and stops nothing
     */
    YamlTree(YamlTokens tokens, String name, YamlContent content, Problems problems) {
        this.tokens = tokens;
        this.name = name;
        this.content = content;
        this.problems = problems;
    }

    /** The one document of the text. */
    MappingNode document() throws IOException, UnreadableMappingException {
        if (tokens.nextToken() == null) {
            throw isEmpty(tokens.currentTokenLocation());
        }
        MappingNode root = node("", 0);
        if (root instanceof MappingNode.Scalar scalar && scalar.text().isEmpty()) {
            throw isEmpty(tokens.documentStart());
        }
        if (tokens.nextToken() != null) {
            throw new UnreadableMappingException(
                    origin(tokens.documentStart(), ""),
                    "a second document begins here; a " + content.noun() + " is one, so remove this line");
        }
        return root;
    }

    private UnreadableMappingException isEmpty(JsonLocation location) {
        return new UnreadableMappingException(
                origin(location, ""), "the file holds no " + content.noun() + "; " + content.ifEmpty());
    }

    /** The node that begins with the current token. */
    private MappingNode node(String path, int depth) throws IOException, UnreadableMappingException {
        if (tokens.isCurrentAlias()) {
            return alias(tokens.getText());
        }
        checkTag();
        if (depth > MAX_DEPTH) {
            throw stop("this is nested more than " + MAX_DEPTH + " levels deep, and no " + content.noun()
                    + " is; remove it");
        }
        Optional<String> anchor = tokens.anchor();
        Origin origin = origin(tokens.currentTokenLocation(), path);
        MappingNode node = switch (tokens.currentToken()) {
            case START_ARRAY -> items(origin, depth);
            case START_OBJECT -> fields(origin, depth);
            default -> new MappingNode.Scalar(tokens.getText(), origin);
        };
        if (anchor.isPresent()) {
            anchors.put(anchor.get(), node);
        }
        return node;
    }

    private MappingNode items(Origin origin, int depth) throws IOException, UnreadableMappingException {
        List<MappingNode> items = new ArrayList<>();
        while (tokens.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(origin.path() + '[' + (items.size() + 1) + ']', depth + 1));
        }
        return new MappingNode.Items(items, origin);
    }

    private MappingNode fields(Origin origin, int depth) throws IOException, UnreadableMappingException {
        FieldsBuilder fields = new FieldsBuilder(problems);
        while (nextKey() != JsonToken.END_OBJECT) {
            String key = tokens.getText();
            String path = origin.path().isEmpty() ? key : origin.path() + '.' + key;
            Origin at = origin(tokens.currentTokenLocation(), path);
            tokens.nextToken();
            fields.add(key, at, node(path, depth + 1));
        }
        return fields.build(origin);
    }

    /** Goes to the next key or to the end of the map; a list, a map or an alias as a key is refused by Jackson itself. */
    private JsonToken nextKey() throws IOException, UnreadableMappingException {
        JsonToken key;
        try {
            key = tokens.nextToken();
        } catch (JacksonYAMLParseException e) {
            throw e;
        } catch (JsonParseException e) {
            throw noName();
        }
        if (tokens.anchor().isPresent()) {
            throw noName();
        }
        checkTag();
        if (tokens.isPlain() && tokens.getText().equals("<<")) {
            throw stop("merging with << is not supported; write the keys out");
        }
        return key;
    }

    private UnreadableMappingException noName() {
        return stop("a key must be a name; if it begins with a special character, put it in quotes");
    }

    private MappingNode alias(String anchor) throws UnreadableMappingException {
        MappingNode node = anchors.get(anchor);
        if (node == null) {
            throw stop("*" + anchor + " stands for an anchor, and none of that name is above; if it is a glob, "
                    + "write it in quotes: \"*" + anchor + "\"");
        }
        aliased += size(node);
        if (aliased > MAX_ALIASED) {
            throw stop("the aliases up to here stand for more than " + MAX_ALIASED
                    + " values; write the names out, or use globs");
        }
        return node;
    }

    private static int size(MappingNode node) {
        if (node instanceof MappingNode.Items items) {
            return 1 + items.items().stream().mapToInt(YamlTree::size).sum();
        }
        if (node instanceof MappingNode.Fields fields) {
            return 1 + fields.fields().stream().mapToInt(f -> size(f.value())).sum();
        }
        return 1;
    }

    private void checkTag() throws UnreadableMappingException {
        Optional<String> tag = tokens.tag();
        if (tag.isPresent()) {
            throw stop("the tag " + Quoted.of(tag.get())
                    + " is not supported; remove it, or put a name that begins with ! in quotes");
        }
    }

    /** Ends the reading at the current token. */
    private UnreadableMappingException stop(String message) {
        return new UnreadableMappingException(origin(tokens.currentTokenLocation(), ""), message);
    }

    private Origin origin(JsonLocation location, String path) {
        return new Origin(name, location.getLineNr(), location.getColumnNr(), path);
    }
}
