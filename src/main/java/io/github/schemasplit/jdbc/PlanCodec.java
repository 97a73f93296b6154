package io.github.schemasplit.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as the journal's JSON: an array, each operation in it an object whose one member is named for the operation.
 *
 * <p>The names of operations and of their components are part of the journal's format: whoever renames one must raise
 * {@link Journal#FORMAT} and read the old name too.
 */
final class PlanCodec {
    /** In place of a plan that is gone: the member that says since when, as a literal of SQL. */
    static final String LET_GO = "'letGo'";

    /** The member beside it that says whether it ended old names; jsonb keeps the shorter name first. */
    static final String ENDED_OLD_NAMES = "'endedOldNames'";

    private static final JsonFactory JSON = new JsonFactory();

    private PlanCodec() {}

    static String write(Plan plan) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Operation operation : plan.operations()) {
                RecordCodec.write(json, Operation.class, operation);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter takes everything", e);
        }
        return text.toString();
    }

    /** Whether the text says that the plan is gone. */
    static boolean isLetGo(String text) {
        return text.startsWith("{\"letGo\"");
    }

    /** Of a text that says so, whether the plan ended old names. */
    static boolean endedOldNames(String text) {
        return text.endsWith("\"endedOldNames\": true}");
    }

    /**
     * @throws IOException when the text is not a plan; the message says what is wrong and where
     */
    static Plan read(String text) throws IOException {
        List<Operation> operations = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("the operations are no array");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                operations.add((Operation) RecordCodec.read(json, Operation.class));
            }
        }
        return new Plan(operations);
    }
}
