package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            write(text, document);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot refuse to be written to", e);
        }
        return text.toByteArray();
    }

    /**
     * Writes a document, for one that may be larger than memory.
     *
     * @throws IOException when {@code out} takes no more
     */
    static void write(OutputStream out, Writer<JsonGenerator> document) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            document.write(json);
        }
        out.write('\n');
    }
}
