package io.github.schemasplit.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Makes tree nodes of XML elements. */
final class XmlTree {
    private final String source;
    private final Problems problems;

    /**
     * @param source where the elements come from, for messages
     * @param problems where to note what is wrong
     */
    XmlTree(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    Origin origin(String path) {
        return Origin.of(source, path);
    }

    FieldsBuilder fields() {
        return new FieldsBuilder(problems);
    }

    /** Notes what an element must not have: attributes that mean nothing, and text beside elements. */
    void check(XmlElement element, String path) {
        element.attributes().keySet().stream()
                .filter(name -> !isMavens(name))
                .sorted()
                .forEach(name -> problem(
                        path,
                        "the attribute " + Quoted.of(name) + " of <" + element.name()
                                + "> means nothing; remove it, or write it as an element"));
        if (!element.children().isEmpty() && !element.text().isBlank()) {
            problem(
                    path,
                    "<" + element.name() + "> holds elements and the text "
                            + Quoted.of(element.text().strip()) + "; write one or the other");
        }
    }

    /** A map if there are elements in it, else text. */
    MappingNode any(XmlElement element, String path) {
        if (element.children().isEmpty()) {
            check(element, path);
            return new MappingNode.Scalar(element.text().strip(), origin(path));
        }
        return map(element, path, this::any);
    }

    /** A map from the elements' names, or text if there are none. */
    MappingNode map(XmlElement element, String path, BiFunction<XmlElement, String, MappingNode> value) {
        if (element.children().isEmpty()) {
            return any(element, path);
        }
        check(element, path);
        FieldsBuilder fields = fields();
        for (XmlElement child : element.children()) {
            String childPath = path + '.' + child.name();
            fields.add(child.name(), origin(childPath), value.apply(child, childPath));
        }
        return fields.build(origin(path));
    }

    /** A list of elements of one name, or of what its text has between commas. */
    MappingNode list(XmlElement element, String path, String singular) {
        if (!element.children().isEmpty()) {
            return items(element, path, singular, this::any);
        }
        check(element, path);
        List<MappingNode> items = new ArrayList<>();
        for (String item : split(element.text())) {
            items.add(new MappingNode.Scalar(item, origin(path + '[' + (items.size() + 1) + ']')));
        }
        return new MappingNode.Items(items, origin(path));
    }

    /** A list of elements of one name. */
    MappingNode items(
            XmlElement element, String path, String singular, BiFunction<XmlElement, String, MappingNode> value) {
        if (element.children().isEmpty() && !element.text().isBlank()) {
            return any(element, path);
        }
        check(element, path);
        List<MappingNode> items = new ArrayList<>();
        for (XmlElement child : element.children()) {
            if (child.name().equals(singular)) {
                String childPath = path + '[' + (items.size() + 1) + ']';
                items.add(value.apply(child, childPath));
            } else {
                problem(
                        path,
                        "<" + child.name() + "> has no place in <" + element.name() + ">; write <" + singular + ">…</"
                                + singular + ">");
            }
        }
        return new MappingNode.Items(items, origin(path));
    }

    private void problem(String path, String message) {
        problems.add(origin(path), message);
    }

    /** What Maven reads itself when it merges and fills in configurations. */
    private static boolean isMavens(String attribute) {
        return attribute.startsWith("combine.") || attribute.equals("implementation") || attribute.equals("xml:space");
    }

    /** The names between the commas, but for those commas that stand in parentheses; nothing of blank text. */
    private static List<String> split(String text) {
        List<String> names = new ArrayList<>();
        if (text.isBlank()) {
            return names;
        }
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth <= 0) {
                names.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        names.add(text.substring(start).strip());
        return names;
    }
}
