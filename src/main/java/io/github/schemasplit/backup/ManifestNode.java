package io.github.schemasplit.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A part of a manifest that is read.
 *
 * @param problem makes the error that says what is wrong
 * @param path where it is, for the error
 * @param node the part
 */
record ManifestNode(Function<String, BackupFileException> problem, String path, JsonNode node) {
    private static final Pattern VERSION = Pattern.compile("\\d{1,4}.*");
    private static final Pattern WORD = Pattern.compile("[A-Z]+");

    /** It has these keys and no others. */
    void keys(String... keys) {
        List<String> names = names();
        for (String key : keys) {
            if (!names.remove(key)) {
                throw problem.apply(path(key) + " is missing");
            }
        }
        if (!names.isEmpty()) {
            throw problem.apply(path(names.get(0)) + " is not known");
        }
    }

    List<String> names() {
        if (!node.isObject()) {
            throw problem.apply(path + " is not an object");
        }
        List<String> names = new ArrayList<>();
        for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        return names;
    }

    ManifestNode at(String key) {
        return new ManifestNode(problem, path(key), node.path(key));
    }

    ManifestNode object(String key, String... keys) {
        ManifestNode object = at(key);
        object.keys(keys);
        return object;
    }

    List<ManifestNode> elements() {
        if (!node.isArray()) {
            throw problem.apply(path + " is not a list");
        }
        List<ManifestNode> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new ManifestNode(problem, path + "[" + i + "]", node.get(i)));
        }
        return elements;
    }

    String text() {
        if (!node.isTextual()) {
            throw problem.apply(path + " is not a text");
        }
        return node.textValue();
    }

    String text(String key) {
        return at(key).text();
    }

    Optional<String> optional(String key) {
        return node.path(key).isNull() ? Optional.empty() : Optional.of(text(key));
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (ManifestNode element : at(key).elements()) {
            texts.add(element.text());
        }
        return texts;
    }

    String version(String key) {
        return matching(key, VERSION, "a version");
    }

    String word(String key) {
        return matching(key, WORD, "a privilege");
    }

    private String matching(String key, Pattern pattern, String what) {
        String text = text(key);
        if (!pattern.matcher(text).matches()) {
            throw problem.apply(path(key) + " is '" + text + "', which is not " + what);
        }
        return text;
    }

    boolean flag(String key) {
        if (!node.path(key).isBoolean()) {
            throw problem.apply(path(key) + " is neither true nor false");
        }
        return node.path(key).booleanValue();
    }

    long number() {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw problem.apply(path + " is not a number");
        }
        return node.longValue();
    }

    /** A number that may be below zero. */
    long position() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw problem.apply(path + " is not a number");
        }
        return node.longValue();
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
