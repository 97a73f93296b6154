package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/** {@code verification.json}. */
public final class VerificationJson {
    /** The version of the format. */
    public static final int VERSION = 1;

    private VerificationJson() {}

    /** The report as JSON in UTF-8, the same for the same report. */
    public static byte[] write(VerificationReport report) {
        return JsonText.of(json -> document(json, report));
    }

    private static void document(JsonGenerator json, VerificationReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", "schema-maven-plugin/verification");
        json.writeNumberField("version", VERSION);
        json.writeStringField("expected", report.expectation().name().toLowerCase(Locale.ROOT));
        if (report.entry().isPresent()) {
            json.writeStringField("journalEntry", report.entry().get().toString());
        }
        json.writeFieldName("findings");
        FindingsJson.write(json, report.findings());
        json.writeEndObject();
    }
}
