package io.github.schemasplit.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of XML, whoever read it.
 *
 * @param name its name
 * @param attributes its attributes
 * @param text its text; empty when it has none
 * @param children the elements in it, in order
 */
public record XmlElement(String name, Map<String, String> attributes, String text, List<XmlElement> children) {
    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The first element in it of that name. */
    Optional<XmlElement> child(String childName) {
        return children.stream().filter(c -> c.name().equals(childName)).findFirst();
    }
}
