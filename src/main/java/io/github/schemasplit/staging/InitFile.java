package io.github.schemasplit.staging;

import io.github.schemasplit.sqltext.ScriptException;
import io.github.schemasplit.sqltext.ScriptSplitter;
import io.github.schemasplit.sqltext.ScriptStatement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An init script that was read.
 *
 * @param path where it is
 * @param statements its statements
 */
record InitFile(Path path, List<ScriptStatement> statements) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    InitFile {
        statements = List.copyOf(statements);
    }

    /**
     * Reads a script in UTF-8, with or without a byte order mark.
     *
     * @throws InitScriptException when it cannot be read, is not UTF-8, or cannot be split
     */
    static InitFile read(Path path) {
        try {
            return of(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw InitScriptException.unreadable(path, e);
        }
    }

    /**
     * The same of a script whose content is at hand.
     *
     * @throws InitScriptException when it is not UTF-8, or cannot be split
     */
    static InitFile of(Path path, byte[] content) {
        try {
            return new InitFile(path, ScriptSplitter.split(text(path, content)));
        } catch (ScriptException e) {
            throw InitScriptException.at(path, e.line(), e.getMessage(), e);
        }
    }

    private static String text(Path path, byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(input, output, true);
        output.flip();
        if (result.isError()) {
            int line = 1 + (int) output.chars().filter(c -> c == '\n').count();
            throw InitScriptException.at(
                    path,
                    line,
                    "this line is not UTF-8 (byte " + (input.position() + 1) + " of the file): save the file as UTF-8");
        }
        String text = output.toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Whether it can run in one transaction. */
    boolean fitsOneTransaction() {
        return statements.stream().noneMatch(OutsideTransaction::isNeededBy);
    }
}
