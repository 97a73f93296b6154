package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.analysis.Finding;
import java.io.IOException;
import java.util.List;

/** Findings as JSON. */
final class FindingsJson {
    private FindingsJson() {}

    static void write(JsonGenerator json, List<Finding> findings) throws IOException {
        json.writeStartArray();
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("code", finding.code().name());
            json.writeStringField("severity", finding.severity().name());
            json.writeStringField("subject", finding.subject());
            json.writeStringField("message", finding.message());
            json.writeStringField("remedy", finding.remedy());
            if (finding.origin().isPresent()) {
                json.writeStringField("origin", finding.origin().get().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
