package io.github.schemasplit.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObjectState;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.sql.Identifier;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The states of objects as the journal's JSON. A big database has a hundred thousand of them, so each is an array and its
 * members have no names: catalog, OID, catalog and OID of what it is a part of or null and 0, schema or null, description, hash.
 */
final class StatesCodec {
    private static final JsonFactory JSON = new JsonFactory();

    private StatesCodec() {}

    static String write(ObjectStates states) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (ObjectState state : states.states()) {
                Optional<ObjectId> partOf = state.partOf();
                Optional<Identifier> schema = state.schema();
                json.writeStartArray();
                json.writeString(state.id().catalog().name());
                json.writeNumber(state.id().oid());
                json.writeString(partOf.isPresent() ? partOf.get().catalog().name() : null);
                json.writeNumber(partOf.isPresent() ? partOf.get().oid() : 0L);
                json.writeString(schema.isPresent() ? schema.get().value() : null);
                json.writeString(state.description());
                json.writeString(state.hash());
                json.writeEndArray();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter takes everything", e);
        }
        return text.toString();
    }

    /**
     * @throws IOException when the text is not what {@link #write} wrote
     */
    static ObjectStates read(String text) throws IOException {
        List<ObjectState> states = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            expect(json, JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_ARRAY) {
                states.add(readState(json));
                expect(json, JsonToken.END_ARRAY);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("not the state of an object: " + e.getMessage(), e);
        }
        return new ObjectStates(states);
    }

    private static ObjectState readState(JsonParser json) throws IOException {
        Optional<ObjectId> id = nextId(json);
        Optional<ObjectId> partOf = nextId(json);
        Optional<Identifier> schema = json.nextToken() == JsonToken.VALUE_NULL
                ? Optional.empty()
                : Optional.of(Identifier.of(json.getText()));
        return new ObjectState(
                id.orElseThrow(() -> new IOException("no catalog")), next(json), schema, partOf, next(json));
    }

    private static Optional<ObjectId> nextId(JsonParser json) throws IOException {
        Optional<Catalog> catalog = json.nextToken() == JsonToken.VALUE_NULL
                ? Optional.empty()
                : Optional.of(Catalog.valueOf(json.getText()));
        expect(json, JsonToken.VALUE_NUMBER_INT);
        long oid = json.getLongValue();
        return catalog.map(c -> new ObjectId(c, oid));
    }

    private static String next(JsonParser json) throws IOException {
        expect(json, JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static void expect(JsonParser json, JsonToken token) throws IOException {
        if (json.nextToken() != token) {
            throw new IOException("expected " + token + ", found " + json.currentToken() + " (character "
                    + json.currentTokenLocation().getCharOffset() + ")");
        }
    }
}
