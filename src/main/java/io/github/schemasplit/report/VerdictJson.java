package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.analysis.Evidence;
import io.github.schemasplit.analysis.LimitHit;
import io.github.schemasplit.analysis.TableVerdict;
import io.github.schemasplit.analysis.ViewLimit;
import java.io.IOException;

/** Whether views under the old names will do, as a part of {@code analysis.json}. */
final class VerdictJson {
    private final JsonGenerator json;

    VerdictJson(JsonGenerator json) {
        this.json = json;
    }

    void write(TableVerdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", verdict.relation().name().schema().value());
        json.writeStringField("name", verdict.relation().name().name().value());
        json.writeStringField("target", verdict.target().value());
        json.writeStringField("verdict", verdict.verdict().name());
        json.writeArrayFieldStart("limits");
        for (ViewLimit limit : verdict.limits()) {
            json.writeString(limit.name());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("hits");
        for (LimitHit hit : verdict.hits()) {
            write(hit);
        }
        json.writeEndArray();
        json.writeNumberField("furtherHits", verdict.further());
        json.writeEndObject();
    }

    private void write(LimitHit hit) throws IOException {
        json.writeStartObject();
        json.writeStringField("limit", hit.limit().name());
        json.writeBooleanField("withoutSchema", hit.bare());
        if (hit.evidence() instanceof Evidence.InRoutine routine) {
            json.writeStringField("routine", routine.routine().describe());
            json.writeNumberField("line", routine.line());
        } else if (hit.evidence() instanceof Evidence.InJob job) {
            json.writeStringField("job", job.job().describe());
            json.writeNumberField("line", job.line());
        } else if (hit.evidence() instanceof Evidence.InStatement statement) {
            json.writeStringField("statement", statement.statement().text());
            json.writeStringField("role", statement.statement().role().value());
            json.writeNumberField("calls", statement.statement().calls());
        } else {
            json.writeStringField("subscription", hit.evidence().describe());
        }
        json.writeEndObject();
    }
}
