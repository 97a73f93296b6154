package io.github.schemasplit.usecase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The schema of reports of tests that Surefire publishes, which the build unpacks. */
final class ReportSchema {
    private static final Path FILE = Path.of(System.getProperty("test.schemas.directory"), "surefire-test-report.xsd");

    private ReportSchema() {}

    /** All that is wrong with a report, with its lines. */
    static List<String> problems(Path report) throws IOException, SAXException {
        List<String> problems = new ArrayList<>();
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(FILE.toFile())
                .newValidator();
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException e) {
                problems.add(report.getFileName() + ":" + e.getLineNumber() + ": " + e.getMessage());
            }
        });
        validator.validate(new StreamSource(report.toFile()));
        return problems;
    }
}
