package io.github.schemasplit.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class EclipseMetadataTest {
    @Test
    void eclipseIsToldOfEveryGoal() throws Exception {
        List<String> goals = texts(read("/META-INF/maven/plugin.xml"), "mojo", "goal");
        assertThat(goals).contains("analyze", "migrate", "help");
        // Help is for the command line.
        goals.remove("help");

        assertThat(texts(read("/META-INF/m2e/lifecycle-mapping-metadata.xml"), "goals", "goal"))
                .containsExactlyInAnyOrderElementsOf(goals);
    }

    private static Document read(String resource) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(SchemaMojo.class.getResourceAsStream(resource));
    }

    private static List<String> texts(Document document, String parent, String name) {
        List<String> texts = new ArrayList<>();
        NodeList all = document.getElementsByTagName(name);
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getParentNode().getNodeName().equals(parent)) {
                texts.add(element.getTextContent());
            }
        }
        return texts;
    }
}
