package io.github.schemasplit.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The text of a YAML file: not too long, in UTF-8, without control characters. */
final class YamlFileReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private YamlFileReader() {}

    static String text(Path file, String name, YamlContent content) throws UnreadableMappingException {
        Origin whole = Origin.of(name, "");
        if (Files.isDirectory(file)) {
            throw new UnreadableMappingException(
                    whole, "this is a folder; set " + content.property() + " to the YAML file in it");
        }
        if (!Files.exists(file)) {
            throw new UnreadableMappingException(whole, "there is no such file; " + content.ifMissing());
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(content.maxBytes() + 1);
            if (bytes.length > content.maxBytes()) {
                throw new UnreadableMappingException(whole, tooLong(Math.max(bytes.length, Files.size(file)), content));
            }
            return decode(bytes, name);
        } catch (IOException e) {
            throw new UnreadableMappingException(
                    whole, "the file cannot be read (" + e.getClass().getSimpleName() + "); check its rights");
        }
    }

    /** Finds the first character that YAML does not allow as it is. */
    static void checkCharacters(String text, String name) throws UnreadableMappingException {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isPrintable(text.codePointAt(i))) {
                throw new UnreadableMappingException(
                        position(text.substring(0, i), name),
                        String.format(
                                "the character U+%04X is not allowed in YAML; remove it, or write it as an escape in"
                                        + " double quotes",
                                text.codePointAt(i)));
            }
        }
    }

    /**
     * Whether YAML allows a character as it is.
     *
     * @see <a href="https://yaml.org/spec/1.1/#c-printable">c-printable</a>
     */
    private static boolean isPrintable(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0x7E
                || character == 0x85
                || character >= 0xA0 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }

    private static String tooLong(long size, YamlContent content) {
        return String.format(
                Locale.ROOT,
                "the file has %,d bytes, and a %s may have at most %,d; is %s the right file?%s",
                size,
                content.noun(),
                content.maxBytes(),
                content.property(),
                content.ifTooLong());
    }

    private static String decode(byte[] bytes, String name) throws UnreadableMappingException {
        if (isUtf16(bytes)) {
            throw new UnreadableMappingException(new Origin(name, 1, 1, ""), "the file is in UTF-16; save it in UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean isUtf8 = !decoder.decode(in, out, true).isError();
        String text = out.flip().toString();
        if (!isUtf8) {
            throw new UnreadableMappingException(
                    position(text, name),
                    String.format("the byte 0x%02X is not UTF-8; save the file in UTF-8", bytes[in.position()]));
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Whether the file begins with the byte order mark of UTF-16, which some editors write. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    /** Where the next character after that text is. */
    private static Origin position(String before, String name) {
        String[] lines = before.split("\r\n|\r|\n", -1);
        String last = lines[lines.length - 1];
        return new Origin(name, lines.length, last.codePointCount(0, last.length()) + 1, "");
    }
}
