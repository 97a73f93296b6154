package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as UTF-8 text: indented by two blanks, lines ended by {@code \n} on every platform. */
final class JsonText {
    private JsonText() {}

    /** Writes a part of a document. */
    @FunctionalInterface
    interface Writer<T> {
        void write(T value) throws IOException;
    }

    static byte[] of(Writer<JsonGenerator> document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            document.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot refuse to be written to", e);
        }
        text.write('\n');
        return text.toByteArray();
    }
}
