package io.github.schemasplit.mojo;

import io.github.schemasplit.mapping.XmlElement;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The configuration of a goal as plain elements. */
final class PomXml {
    private PomXml() {}

    static XmlElement element(PlexusConfiguration configuration) {
        Map<String, String> attributes = new TreeMap<>();
        for (String name : configuration.getAttributeNames()) {
            attributes.put(name, configuration.getAttribute(name));
        }
        String text = configuration.getValue();
        return new XmlElement(
                configuration.getName(),
                attributes,
                text == null ? "" : text,
                Arrays.stream(configuration.getChildren()).map(PomXml::element).toList());
    }
}
