package io.github.schemasplit.sourcecode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the sources as text, of which the same bytes can be made again: line ends and byte order marks are characters of it. One thread
 * at a time may read it.
 */
final class SourceText {
    static final char BYTE_ORDER_MARK = '\uFEFF';

    /** How much of a file is looked at to tell whether it is text. */
    private static final int LOOKED_AT = 8_000;

    private final String path;
    private final String text;
    private final Charset charset;
    private final Map<String, Boolean> mentioned = new HashMap<>();

    /**
     * @param path where it is, from the root of the tree, with {@code /}
     * @param text what it holds
     * @param charset how its bytes are characters: what its byte order mark says, else UTF-8 where all of it is, else ISO 8859-1, in which
     *     any bytes are characters
     */
    SourceText(String path, String text, Charset charset) {
        this.path = path;
        this.text = text;
        this.charset = charset;
    }

    /** The text of a file; empty when it is none. */
    static Optional<SourceText> of(String path, byte[] bytes) {
        Optional<Charset> marked = byMark(bytes);
        if (marked.isPresent()) {
            return decode(bytes, marked.get())
                    .filter(t -> t.indexOf('\0') < 0)
                    .map(t -> new SourceText(path, t, marked.get()));
        }
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                return Optional.empty();
            }
        }
        Optional<String> unicode = decode(bytes, StandardCharsets.UTF_8);
        return Optional.of(
                unicode.isPresent()
                        ? new SourceText(path, unicode.get(), StandardCharsets.UTF_8)
                        : new SourceText(
                                path, new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1));
    }

    private static Optional<Charset> byMark(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                ? Optional.of(StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    Charset charset() {
        return charset;
    }

    /** Whether the words are somewhere in it, as the names of libraries are: this is asked for each string, and looked for once. */
    boolean mentions(String words) {
        return mentioned.computeIfAbsent(words, text::contains);
    }

    /** Whether the file can hold {@code characters}. */
    boolean canHold(String characters) {
        return charset.newEncoder().canEncode(characters);
    }

    /** How many bytes the characters from {@code start} to {@code end} are. */
    int bytes(int start, int end) {
        return text.substring(start, end).getBytes(charset).length;
    }

    /** The bytes of the whole file. */
    byte[] bytes() {
        return text.getBytes(charset);
    }
}
