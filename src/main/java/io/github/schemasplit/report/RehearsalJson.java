package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.plan.PlanFingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code rehearsal.json}. Its format is described in {@code src/site/markdown/rehearsal-json.md}; a change that breaks readers raises
 * {@link #VERSION}. Its last field is a checksum of all before it, so that a file that was changed is no proof of a rehearsal.
 */
public final class RehearsalJson {
    /** The version of the format. */
    public static final int VERSION = 1;

    static final String FORMAT = "schema-maven-plugin/rehearsal";

    private static final String END = "\n}\n";
    private static final Pattern SEALED =
            Pattern.compile("(.*),\n  \"checksum\" : \"([0-9a-f]{64})\"\\R}\\R?", Pattern.DOTALL);

    private final JsonGenerator json;
    private final RehearsalReport report;

    private RehearsalJson(JsonGenerator json, RehearsalReport report) {
        this.json = json;
        this.report = report;
    }

    /** The report as JSON in UTF-8. */
    public static byte[] write(RehearsalReport report) {
        String text =
                new String(JsonText.of(json -> new RehearsalJson(json, report).document()), StandardCharsets.UTF_8);
        String body = text.substring(0, text.length() - END.length());
        return (body + ",\n  \"checksum\" : \"" + checksum(body) + "\"" + END).getBytes(StandardCharsets.UTF_8);
    }

    /** What the checksum is of; empty when there is none, or it is another's. */
    static Optional<String> unsealed(String text) {
        Matcher matcher = SEALED.matcher(text.replace("\r\n", "\n"));
        return matcher.matches() && checksum(matcher.group(1)).equals(matcher.group(2))
                ? Optional.of(matcher.group(1) + END)
                : Optional.empty();
    }

    private static String checksum(String body) {
        return PlanFingerprint.hexOf(body.getBytes(StandardCharsets.UTF_8));
    }

    private void document() throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeNumberField("version", VERSION);
        json.writeStringField("outcome", report.passed() ? "passed" : "failed");
        json.writeStringField("fingerprint", report.fingerprint().sha256());
        json.writeStringField("database", report.database().name());
        json.writeNumberField("databaseOid", report.database().oid());
        if (report.database().system().isPresent()) {
            json.writeStringField("system", report.database().system().get());
        }
        json.writeStringField("summary", report.summary());
        if (!report.locks().blocking().isEmpty()) {
            milliseconds("shutMilliseconds", report.locks().longest());
        }
        strings("problems", report.problems());
        strings("hazards", report.hazards().stream().map(h -> h.id().name()).toList());
        copy(report.copy());
        array("steps", report.steps(), this::step);
        array("locks", report.locks().taken(), this::lock);
        array("blocking", report.locks().blocking(), this::blocking);
        strings("waits", report.locks().waits());
        routines(report.routines());
        if (report.load().isPresent()) {
            load(report.load().get());
        }
        json.writeEndObject();
    }

    private void copy(RehearsedCopy copy) throws IOException {
        json.writeObjectFieldStart("copy");
        json.writeStringField("staging", copy.staging());
        json.writeStringField("content", copy.content());
        json.writeStringField("server", copy.server());
        strings("madeRoles", copy.madeRoles());
        strings("missingExtensions", copy.missingExtensions());
        strings("missing", copy.missing());
        strings("added", copy.added());
        strings("complaints", copy.complaints());
        json.writeEndObject();
    }

    private void step(RehearsalStep step) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", step.name());
        json.writeStringField("outcome", step.outcome().name().toLowerCase(Locale.ROOT));
        milliseconds("milliseconds", step.took());
        json.writeStringField("detail", step.detail());
        json.writeEndObject();
    }

    private void lock(RehearsedLocks.Taken lock) throws IOException {
        json.writeStartObject();
        json.writeStringField("statement", lock.statement());
        json.writeStringField("relation", lock.relation());
        json.writeStringField("mode", lock.mode());
        json.writeEndObject();
    }

    private void blocking(RehearsedLocks.Blocking blocking) throws IOException {
        json.writeStartObject();
        json.writeStringField("relation", blocking.relation());
        milliseconds("milliseconds", blocking.time());
        json.writeEndObject();
    }

    private void routines(RehearsedRoutines routines) throws IOException {
        json.writeObjectFieldStart("routines");
        json.writeNumberField("checked", routines.checked());
        array("unchecked", routines.unchecked(), json::writeString);
        array("failing", routines.failing(), failing -> {
            json.writeStartObject();
            json.writeStringField("routine", failing.routine());
            json.writeStringField("error", failing.error());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private void load(RehearsedLoad load) throws IOException {
        json.writeObjectFieldStart("load");
        json.writeNumberField("clients", load.clients());
        json.writeNumberField("runs", load.runs());
        milliseconds("longestBeforeMilliseconds", load.longestBefore());
        milliseconds("longestMilliseconds", load.longest());
        json.writeStringField("longestStatement", load.longestStatement());
        json.writeArrayFieldStart("failures");
        for (Map.Entry<String, Long> failure : load.failures().entrySet()) {
            json.writeStartObject();
            json.writeStringField("failure", failure.getKey());
            json.writeNumberField("times", failure.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void milliseconds(String field, Duration time) throws IOException {
        json.writeNumberField(field, Math.round(time.toNanos() / 10_000.0) / 100.0);
    }

    private void strings(String field, List<String> values) throws IOException {
        array(field, values, json::writeString);
    }

    private <T> void array(String field, List<T> values, JsonText.Writer<T> writer) throws IOException {
        json.writeArrayFieldStart(field);
        for (T value : values) {
            writer.write(value);
        }
        json.writeEndArray();
    }
}
