package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.sourcecode.Refactoring;
import io.github.schemasplit.sourcecode.SourceReference;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** {@code refactor.json}. */
public final class RefactorJson {
    /** The version of the format. */
    public static final int VERSION = 1;

    private RefactorJson() {}

    /**
     * Writes what was found in the sources as JSON in UTF-8, the same for the same sources.
     *
     * @throws IOException when {@code out} takes no more
     */
    public static void write(Refactoring refactoring, OutputStream out) throws IOException {
        JsonText.write(out, json -> document(json, refactoring));
    }

    private static void document(JsonGenerator json, Refactoring refactoring) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", "schema-maven-plugin/refactor");
        json.writeNumberField("version", VERSION);
        json.writeStringField("folder", refactoring.folder());
        json.writeNumberField("filesLookedAt", refactoring.lookedAt());
        json.writeArrayFieldStart("references");
        for (SourceReference reference : refactoring.references()) {
            reference(json, reference);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notLookedAt");
        for (Refactoring.NotLookedAt each : refactoring.notLookedAt()) {
            json.writeStartObject();
            json.writeStringField("why", each.why());
            json.writeNumberField("files", each.files());
            json.writeNumberField("naming", each.naming());
            json.writeStringField("example", each.example());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void reference(JsonGenerator json, SourceReference reference) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", reference.file());
        json.writeNumberField("line", reference.line());
        json.writeNumberField("column", reference.column());
        json.writeStringField("object", reference.object());
        json.writeStringField("target", reference.target());
        json.writeStringField("kind", reference.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("action", reference.action().name().toLowerCase(Locale.ROOT));
        json.writeStringField("reason", reference.reason());
        if (reference.replacement().isPresent()) {
            json.writeStringField("replacement", reference.replacement().get());
        }
        json.writeEndObject();
    }
}
