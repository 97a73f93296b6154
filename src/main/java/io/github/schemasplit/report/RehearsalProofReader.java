package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads from {@code rehearsal.json} what it proves. */
public final class RehearsalProofReader {
    private RehearsalProofReader() {}

    /**
     * What a file proves.
     *
     * @param passed whether the rehearsal found nothing that speaks against the migration
     * @param fingerprint what was rehearsed
     * @param summary what moved
     */
    public record Proof(boolean passed, RehearsalFingerprint fingerprint, String summary) {}

    /** What the file proves; empty when it is no report of a rehearsal in the version of this plugin, or was changed since it was written. */
    public static Optional<Proof> read(byte[] file) {
        Optional<String> text = RehearsalJson.unsealed(new String(file, StandardCharsets.UTF_8));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<String, String> fields = fields(text.get());
            return RehearsalJson.FORMAT.equals(fields.get("format"))
                            && String.valueOf(RehearsalJson.VERSION).equals(fields.get("version"))
                            && fields.containsKey("fingerprint")
                    ? Optional.of(new Proof(
                            "passed".equals(fields.get("outcome")),
                            new RehearsalFingerprint(fields.get("fingerprint")),
                            fields.getOrDefault("summary", "")))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The document's own fields that are no lists and no objects. */
    private static Map<String, String> fields(String text) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return fields;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken().isStructStart()) {
                    parser.skipChildren();
                } else {
                    fields.put(name, parser.getText());
                }
            }
        }
        return fields;
    }
}
