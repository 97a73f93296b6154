package io.github.schemasplit.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.schemasplit.catalog.Observation;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.StatementStatistics;
import io.github.schemasplit.catalog.TableStatistics;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the server had counted as the journal's JSON: an array of the moment, the database's OID, whether it was a standby, the moment since
 * which tables are counted or null, the tables, and of statements null or an array of the moment since which they are counted or null, the
 * role whose statements alone could be seen or null, whether they are all, and the statements. A table is an array of its OID, its schema,
 * its name and its figures; a statement one of its role, its calls, their milliseconds and its text. There may be thousands of each, so
 * that their members have no names.
 */
final class ObservationCodec {
    private static final JsonFactory JSON = new JsonFactory();

    private ObservationCodec() {}

    static String write(Observation observation) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            json.writeString(observation.takenAt().toString());
            json.writeNumber(observation.database());
            json.writeBoolean(observation.standby());
            writeInstant(json, observation.tablesSince());
            json.writeStartArray();
            for (TableStatistics table : observation.tables()) {
                writeTable(json, table);
            }
            json.writeEndArray();
            if (observation.statements().isPresent()) {
                writeStatements(json, observation.statements().get());
            } else {
                json.writeNull();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter takes everything", e);
        }
        return text.toString();
    }

    private static void writeTable(JsonGenerator json, TableStatistics table) throws IOException {
        json.writeStartArray();
        json.writeNumber(table.oid());
        json.writeString(table.table().schema().value());
        json.writeString(table.table().name().value());
        json.writeNumber(table.sequentialScans());
        json.writeNumber(table.sequentialRows());
        json.writeNumber(table.indexScans());
        json.writeNumber(table.indexRows());
        json.writeNumber(table.written());
        json.writeEndArray();
    }

    private static void writeStatements(JsonGenerator json, StatementStatistics statistics) throws IOException {
        json.writeStartArray();
        writeInstant(json, statistics.since());
        json.writeString(statistics.only().map(Identifier::value).orElse(null));
        json.writeBoolean(statistics.complete());
        json.writeStartArray();
        for (ObservedStatement statement : statistics.statements()) {
            json.writeStartArray();
            json.writeString(statement.role().value());
            json.writeNumber(statement.calls());
            json.writeNumber(statement.milliseconds());
            json.writeString(statement.text());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndArray();
    }

    private static void writeInstant(JsonGenerator json, Optional<Instant> instant) throws IOException {
        json.writeString(instant.map(Instant::toString).orElse(null));
    }

    /**
     * @throws IOException when the text is not what {@link #write} wrote
     */
    static Observation read(String text) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            expect(json, JsonToken.START_ARRAY);
            Instant takenAt = nextInstant(json).orElseThrow(() -> new IOException("no moment"));
            long database = nextNumber(json);
            boolean standby = nextFlag(json);
            Optional<Instant> tablesSince = nextInstant(json);
            expect(json, JsonToken.START_ARRAY);
            List<TableStatistics> tables = new ArrayList<>();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                tables.add(new TableStatistics(
                        nextNumber(json),
                        new QualifiedName(Identifier.of(next(json)), Identifier.of(next(json))),
                        nextNumber(json),
                        nextNumber(json),
                        nextNumber(json),
                        nextNumber(json),
                        nextNumber(json)));
                expect(json, JsonToken.END_ARRAY);
            }
            Optional<StatementStatistics> statements =
                    json.nextToken() == JsonToken.START_ARRAY ? Optional.of(readStatements(json)) : Optional.empty();
            return new Observation(takenAt, database, standby, tablesSince, tables, statements);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("not what the server counted: " + e.getMessage(), e);
        }
    }

    private static StatementStatistics readStatements(JsonParser json) throws IOException {
        Optional<Instant> since = nextInstant(json);
        Optional<Identifier> only = json.nextToken() == JsonToken.VALUE_NULL
                ? Optional.empty()
                : Optional.of(Identifier.of(json.getText()));
        boolean complete = nextFlag(json);
        expect(json, JsonToken.START_ARRAY);
        List<ObservedStatement> statements = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            Identifier role = Identifier.of(next(json));
            long calls = nextNumber(json);
            double milliseconds = nextDecimal(json);
            statements.add(new ObservedStatement(next(json), role, calls, milliseconds, false));
            expect(json, JsonToken.END_ARRAY);
        }
        expect(json, JsonToken.END_ARRAY);
        return new StatementStatistics(since, only, complete, statements);
    }

    private static Optional<Instant> nextInstant(JsonParser json) throws IOException {
        return json.nextToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(Instant.parse(json.getText()));
    }

    private static String next(JsonParser json) throws IOException {
        expect(json, JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static long nextNumber(JsonParser json) throws IOException {
        expect(json, JsonToken.VALUE_NUMBER_INT);
        return json.getLongValue();
    }

    private static double nextDecimal(JsonParser json) throws IOException {
        expect(json, JsonToken.VALUE_NUMBER_FLOAT);
        return json.getDoubleValue();
    }

    private static boolean nextFlag(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        if (token == null || !token.isBoolean()) {
            throw new IOException("expected true or false, found " + token);
        }
        return json.getBooleanValue();
    }

    private static void expect(JsonParser json, JsonToken token) throws IOException {
        if (json.nextToken() != token) {
            throw new IOException("expected " + token + ", found " + json.currentToken() + " (character "
                    + json.currentTokenLocation().getCharOffset() + ")");
        }
    }
}
