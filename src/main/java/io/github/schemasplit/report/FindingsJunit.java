package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Findings as a run of tests, which build servers show: an error is a test that failed, what else was found is what a test said.
 *
 * @see <a href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd">Surefire's schema</a>
 */
public final class FindingsJunit {
    private static final String NO_TIME = "0";

    private final XMLStreamWriter xml;
    private final String goal;

    private FindingsJunit(XMLStreamWriter xml, String goal) {
        this.xml = xml;
        this.goal = goal;
    }

    /**
     * Writes findings, the same for the same ones.
     *
     * @param goal what found them, such as {@code schema:verify}
     * @throws IOException when {@code out} takes no more
     */
    public static void write(String goal, List<Finding> findings, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            new FindingsJunit(xml, goal).document(findings);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void document(List<Finding> findings) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuite");
        attribute("name", goal);
        attribute("time", NO_TIME);
        attribute("tests", String.valueOf(Math.max(1, findings.size())));
        attribute("errors", "0");
        attribute("skipped", "0");
        attribute(
                "failures",
                String.valueOf(findings.stream().filter(Finding::isError).count()));
        if (findings.isEmpty()) {
            line(1);
            test("nothing was found");
            xml.writeEndElement();
        }
        for (Finding finding : findings) {
            line(1);
            test(finding.code() + " " + finding.subject());
            line(2);
            said(finding);
            line(1);
            xml.writeEndElement();
        }
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
        line(0);
    }

    private void test(String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", name);
        attribute("classname", goal.replace(':', '.'));
        attribute("time", NO_TIME);
    }

    private void said(Finding finding) throws XMLStreamException {
        String origin = finding.origin().map(o -> "\n" + o).orElse("");
        if (finding.isError()) {
            xml.writeStartElement("failure");
            attribute("message", finding.message());
            attribute("type", finding.code().name());
            xml.writeCharacters(legal(finding.remedy() + origin));
        } else {
            xml.writeStartElement("system-out");
            xml.writeCharacters(
                    legal(finding.severity() + ": " + finding.message() + "\n" + finding.remedy() + origin));
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** A text without the characters that XML has not, which names of objects may have: they are written by their numbers. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean control = c < ' ' && c != '\t' && c != '\n';
            if (control || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE || (c & 0xFFFE) == 0xFFFE) {
                legal.append(String.format("\\u{%X}", c));
            } else {
                legal.appendCodePoint(c);
            }
        });
        return legal.toString();
    }
}
