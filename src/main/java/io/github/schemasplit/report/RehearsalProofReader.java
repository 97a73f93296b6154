package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads from {@code rehearsal.json} what it proves. */
public final class RehearsalProofReader {
    private RehearsalProofReader() {}

    /**
     * What a file proves.
     *
     * @param passed whether the rehearsal found nothing that speaks against the migration
     * @param fingerprint what was rehearsed
     * @param database which database
     * @param summary what moved
     * @param shut for how long a table was shut at most; empty when none was
     */
    public record Proof(
            boolean passed,
            RehearsalFingerprint fingerprint,
            RehearsedDatabase database,
            String summary,
            Optional<Duration> shut) {}

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
                            && fields.keySet().containsAll(Set.of("fingerprint", "database", "databaseOid"))
                    ? Optional.of(proof(fields))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Proof proof(Map<String, String> fields) {
        return new Proof(
                "passed".equals(fields.get("outcome")),
                new RehearsalFingerprint(fields.get("fingerprint")),
                new RehearsedDatabase(
                        Optional.ofNullable(fields.get("system")),
                        Long.parseLong(fields.get("databaseOid")),
                        fields.get("database")),
                fields.getOrDefault("summary", ""),
                Optional.ofNullable(fields.get("shutMilliseconds"))
                        .map(text -> Duration.ofNanos(Math.round(Double.parseDouble(text) * 1e6))));
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
