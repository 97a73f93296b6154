package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found, as code hosts show it beside the lines of a change.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class Sarif {
    private static final String UNRESERVED = "-._~/!$&'()*+,;=:@";

    private final JsonGenerator json;

    private Sarif(JsonGenerator json) {
        this.json = json;
    }

    /**
     * A kind of result.
     *
     * @param id its name
     * @param description what it is, one sentence
     */
    record Rule(String id, String description) {}

    /**
     * Something that was found.
     *
     * @param rule the id of its rule
     * @param level {@code error}, {@code warning} or {@code note}
     * @param place where, if it is in a file
     */
    record Result(String rule, String level, String message, Optional<Place> place) {}

    /**
     * A place in a file.
     *
     * @param path the file, with {@code /}; code hosts take it to be from the top of the repository
     * @param line the line, from 1; 0 where it is the whole file
     * @param column the column, from 1, in UTF-16 units
     */
    record Place(String path, int line, int column) {}

    /**
     * Writes results, the same for the same ones.
     *
     * @throws IOException when {@code out} takes no more
     */
    static void write(OutputStream out, List<Rule> rules, Stream<Result> results) throws IOException {
        JsonText.write(out, json -> new Sarif(json).document(rules, results));
    }

    private void document(List<Rule> rules, Stream<Result> results) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "schema-maven-plugin");
        json.writeArrayFieldStart("rules");
        for (Rule rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            text("shortDescription", rule.description());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        for (Iterator<Result> each = results.iterator(); each.hasNext(); ) {
            result(each.next());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void result(Result result) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", result.rule());
        json.writeStringField("level", result.level());
        text("message", result.message());
        json.writeArrayFieldStart("locations");
        if (result.place().isPresent()) {
            place(result.place().get());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void place(Place place) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(place.path()));
        json.writeEndObject();
        if (place.line() > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", place.line());
            json.writeNumberField("startColumn", Math.max(1, place.column()));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void text(String member, String text) throws IOException {
        json.writeObjectFieldStart(member);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

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
