package io.github.schemasplit.notice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A notice as JSON. What is not known is left out. */
public final class NoticeJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonFactory ASCII =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private NoticeJson() {}

    /** A notice as one object in one line. */
    public static String of(Notice notice) {
        return of(notice, JSON);
    }

    /** The same in ASCII, which every encoding of a database has. */
    public static String ascii(Notice notice) {
        return of(notice, ASCII);
    }

    private static String of(Notice notice, JsonFactory factory) {
        return written(factory, json -> {
            json.writeStartObject();
            for (Map.Entry<String, Object> member : members(notice).entrySet()) {
                json.writeFieldName(member.getKey());
                write(json, member.getValue());
            }
            json.writeEndObject();
        });
    }

    /** The members that a notice can have, with those of this one; texts, numbers, and one list of texts. */
    static Map<String, Object> members(Notice notice) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("event", notice.kind().toString());
        members.put("goal", notice.goal());
        members.put("database", notice.database());
        members.put("time", notice.time().toString());
        members.put("text", notice.text());
        notice.scope().ifPresent(scope -> {
            members.put("schemas", scope.schemas());
            members.put("tables", scope.tables());
            members.put("objects", scope.objects());
            members.put("oldNames", scope.oldNames());
            members.put("statements", scope.statements());
        });
        notice.effort().ifPresent(effort -> {
            members.put("durationMillis", effort.duration().toMillis());
            effort.shut().ifPresent(shut -> members.put("shutMillis", shut.toMillis()));
            members.put("attempts", (long) effort.attempts());
            members.put("transactions", (long) effort.transactions());
            members.put("journalEntry", effort.entry().toString());
        });
        notice.predictedShut().ifPresent(shut -> members.put("predictedShutMillis", shut.toMillis()));
        notice.failure().ifPresent(failure -> members.put("failure", failure));
        return members;
    }

    /** A value as JSON. */
    static String value(@Nullable Object value) {
        return written(JSON, json -> write(json, value));
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                json.writeString(item.toString());
            }
            json.writeEndArray();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    /** Writes a document. */
    @FunctionalInterface
    private interface Document {
        void write(JsonGenerator json) throws IOException;
    }

    private static String written(JsonFactory factory, Document document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(text)) {
            document.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter takes everything", e);
        }
        return text.toString();
    }
}
