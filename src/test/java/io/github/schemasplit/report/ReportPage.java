package io.github.schemasplit.report;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** The titles of what a picture has of a kind, {@code box} or {@code line}, in order. */
    List<String> drawn(String picture, String kind) {
        Element svg = elements("svg").stream()
                .filter(s -> s.getAttribute("aria-labelledby").equals(picture + "-title"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no picture " + picture));
        return elements(svg, "g").stream()
                .filter(g -> List.of(g.getAttribute("class").split(" ")).contains(kind))
                .map(g -> elements(g, "title").get(0).getTextContent())
                .toList();
    }

    /** What its pictures and links lead to, and is nowhere in it. */
    List<String> leadingNowhere() {
        List<String> ids = elements("*").stream().map(e -> e.getAttribute("id")).toList();
        return Stream.concat(
                        elements("g").stream().map(g -> g.getAttribute("data-to")),
                        elements("a").stream().map(a -> a.getAttribute("href").replaceFirst("^#", "")))
                .filter(to -> !to.isEmpty() && !ids.contains(to))
                .toList();
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
