package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.sourcecode.Refactoring;
import io.github.schemasplit.sourcecode.SourceReference;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code refactor.sarif}, which code hosts show beside the lines of a change.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class RefactorSarif {
    private static final String UNRESERVED = "-._~/!$&'()*+,;=:@";

    private RefactorSarif() {}

    /**
     * Writes what was found in the sources, the same for the same sources; what is in files that are not edited is left out.
     *
     * @throws IOException when {@code out} takes no more
     */
    public static void write(Refactoring refactoring, OutputStream out) throws IOException {
        JsonText.write(out, json -> document(json, refactoring));
    }

    private static void document(JsonGenerator json, Refactoring refactoring) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "schema-maven-plugin");
        json.writeArrayFieldStart("rules");
        json.writeStartObject();
        json.writeStringField("id", FindingCode.STALE_REFERENCE.name());
        text(json, "shortDescription", "The sources name something at the place that it leaves.");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        for (SourceReference reference : refactoring.references()) {
            if (reference.kind() != SourceReference.Kind.UNTOUCHED) {
                result(json, refactoring.folder(), reference);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, String folder, SourceReference reference) throws IOException {
        boolean certain = reference.action() == SourceReference.Action.EDIT;
        json.writeStartObject();
        json.writeStringField("ruleId", FindingCode.STALE_REFERENCE.name());
        json.writeStringField("level", certain ? "error" : "warning");
        text(
                json,
                "message",
                reference.object() + " goes to " + reference.target() + ": "
                        + reference.replacement().map(r -> "write " + r).orElse(reference.reason()));
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(folder + reference.file()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", reference.line());
        json.writeNumberField("startColumn", reference.column());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String member, String text) throws IOException {
        json.writeObjectFieldStart(member);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** A path as a relative URI: code hosts take it to be from the top of the repository. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return uri.toString();
    }
}
