package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.hazard.Hazard;
import java.io.IOException;
import java.util.List;

/** Hazards as JSON. */
final class HazardsJson {
    private HazardsJson() {}

    static void write(JsonGenerator json, List<Hazard> hazards) throws IOException {
        json.writeStartArray();
        for (Hazard hazard : hazards) {
            json.writeStartObject();
            json.writeStringField("id", hazard.id().name());
            json.writeStringField("severity", hazard.severity().name());
            json.writeStringField("explanation", hazard.id().explanation());
            json.writeStringField("page", hazard.id().page());
            json.writeArrayFieldStart("subjects");
            for (String subject : hazard.subjects()) {
                json.writeString(subject);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
