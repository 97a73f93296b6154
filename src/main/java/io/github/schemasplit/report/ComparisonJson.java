package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.watch.Calls;
import io.github.schemasplit.watch.ComparedStatement;
import io.github.schemasplit.watch.ComparedTable;
import io.github.schemasplit.watch.Comparison;
import io.github.schemasplit.watch.Span;
import io.github.schemasplit.watch.TableUse;
import java.io.IOException;
import java.util.TreeSet;

/** {@code comparison.json}. */
public final class ComparisonJson {
    /** The version of the format. */
    public static final int VERSION = 1;

    private ComparisonJson() {}

    /** The report as JSON in UTF-8, the same for the same report. */
    public static byte[] write(ComparisonReport report) {
        return JsonText.of(json -> document(json, report));
    }

    private static void document(JsonGenerator json, ComparisonReport report) throws IOException {
        Comparison comparison = report.comparison();
        json.writeStartObject();
        json.writeStringField("format", "schema-maven-plugin/comparison");
        json.writeNumberField("version", VERSION);
        json.writeStringField("journalEntry", report.entry().toString());
        json.writeStringField("appliedAt", report.appliedAt().toString());
        json.writeBooleanField("exact", report.exact());
        json.writeBooleanField("takenBack", report.takenBack());
        if (comparison.statements().isPresent()) {
            statements(json, comparison.statements().get());
        }
        json.writeObjectFieldStart("tables");
        span(json, "before", comparison.tablesBefore());
        span(json, "after", comparison.tablesAfter());
        if (comparison.tablesReset().isPresent()) {
            json.writeStringField("reset", comparison.tablesReset().get().toString());
        }
        json.writeArrayFieldStart("all");
        for (ComparedTable table : comparison.tables()) {
            json.writeStartObject();
            json.writeStringField("table", table.table().sql());
            json.writeStringField("moved", table.moved().sql());
            use(json, "before", table.before());
            use(json, "after", table.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void statements(JsonGenerator json, Comparison.Statements statements) throws IOException {
        json.writeObjectFieldStart("statements");
        span(json, "before", statements.before());
        span(json, "after", statements.after());
        json.writeArrayFieldStart("onlyRoles");
        for (Identifier role : new TreeSet<>(statements.only())) {
            json.writeString(role.value());
        }
        json.writeEndArray();
        json.writeBooleanField("complete", statements.complete());
        json.writeArrayFieldStart("all");
        for (ComparedStatement statement : statements.all()) {
            json.writeStartObject();
            json.writeStringField("text", statement.text());
            json.writeBooleanField("namesMoved", statement.named());
            calls(json, "before", statement.before());
            calls(json, "after", statement.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void span(JsonGenerator json, String name, Span span) throws IOException {
        json.writeObjectFieldStart(name);
        if (span.from().isPresent()) {
            json.writeStringField("from", span.from().get().toString());
        }
        json.writeStringField("to", span.to().toString());
        json.writeEndObject();
    }

    private static void calls(JsonGenerator json, String name, Calls calls) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("calls", calls.count());
        json.writeNumberField("milliseconds", Math.round(calls.milliseconds() * 1000) / 1000.0);
        json.writeEndObject();
    }

    private static void use(JsonGenerator json, String name, TableUse use) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("sequentialScans", use.sequentialScans());
        json.writeNumberField("sequentialRows", use.sequentialRows());
        json.writeNumberField("indexScans", use.indexScans());
        json.writeNumberField("indexRows", use.indexRows());
        json.writeNumberField("written", use.written());
        json.writeEndObject();
    }
}
