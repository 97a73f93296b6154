package io.github.schemasplit.report;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A page of a report, taken apart. */
final class ReportPage {
    private final Document document;

    private ReportPage(Document document) {
        this.document = document;
    }

    /** Takes one apart; what is no XML is refused. */
    static ReportPage of(byte[] page) throws Exception {
        return new ReportPage(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(page)));
    }

    /** All elements of a name, in order. */
    List<Element> elements(String name) {
        return elements(document.getDocumentElement(), name);
    }

    /** All elements of a name within another, in order. */
    static List<Element> elements(Element within, String name) {
        NodeList nodes = within.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    /** The names of all attributes. */
    List<String> attributes() {
        return elements("*").stream()
                .flatMap(e -> IntStream.range(0, e.getAttributes().getLength())
                        .mapToObj(i -> e.getAttributes().item(i).getNodeName()))
                .distinct()
                .toList();
    }

    /** The texts of all elements of a name, in order. */
    List<String> texts(String name) {
        return elements(name).stream().map(Element::getTextContent).toList();
    }

    /** The group of rows that has this title. */
    Element group(String title) {
        return elements("details").stream()
                .filter(d -> !elements(d, "h3").isEmpty())
                .filter(d -> elements(d, "h3").get(0).getTextContent().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no group " + title + " in " + texts("h3")));
    }

    /** What a part's rows say, a line for each, its cells apart by bars. */
    static List<String> rows(Element within) {
        return elements(within, "tr").stream()
                .filter(row -> row.getParentNode().getNodeName().equals("tbody"))
                .map(ReportPage::cells)
                .toList();
    }

    private static String cells(Element row) {
        StringBuilder cells = new StringBuilder();
        NodeList children = row.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element cell) {
                cells.append(cells.isEmpty() ? "" : " | ")
                        .append(cell.getTextContent().strip().replaceAll("\\s*\n\\s*", "; "));
            }
        }
        return cells.toString();
    }

    /** All that it says. */
    String text() {
        return document.getDocumentElement().getTextContent();
    }
}
