package io.github.schemasplit.testing.proxy;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of a message, as they are sent, and its type. */
record Packet(char type, byte[] bytes) {
    private static final int CANCEL_CODE = 80877102;
    private static final int SSL_CODE = 80877103;
    private static final int GSS_CODE = 80877104;
    private static final int LENGTH = Integer.BYTES;

    /** Reads a packet of the kind that opens a connection: it has no type byte. */
    static Packet readOpening(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = withRest(in, ByteBuffer.allocate(checked(length, 2 * LENGTH)), length);
        char type = switch (ByteBuffer.wrap(bytes).getInt(LENGTH)) {
            case CANCEL_CODE -> Message.CANCEL;
            case SSL_CODE, GSS_CODE -> Message.ENCRYPTION_REQUEST;
            default -> Message.STARTUP;
        };
        return new Packet(type, bytes);
    }

    /** Reads the rest of a message whose type byte has been read. */
    static Packet read(int type, DataInputStream in) throws IOException {
        int length = in.readInt();
        ByteBuffer bytes = ByteBuffer.allocate(1 + checked(length, LENGTH)).put((byte) type);
        return new Packet((char) type, withRest(in, bytes, length));
    }

    private static int checked(int length, int least) throws IOException {
        if (length < least || length == Integer.MAX_VALUE) {
            throw new IOException("no length of a message: " + length);
        }
        return length;
    }

    private static byte[] withRest(DataInputStream in, ByteBuffer bytes, int length) throws IOException {
        bytes.putInt(length);
        in.readFully(bytes.array(), bytes.position(), bytes.remaining());
        return bytes.array();
    }

    /** The SQL of a client's Query or Parse. */
    String sql() {
        return switch (type) {
            case 'Q' -> stringAt(1 + LENGTH);
            case 'P' -> stringAt(afterString(1 + LENGTH));
            default -> "";
        };
    }

    private String stringAt(int start) {
        return new String(bytes, start, afterString(start) - 1 - start, StandardCharsets.UTF_8);
    }

    private int afterString(int start) {
        int end = start;
        while (bytes[end] != 0) {
            end++;
        }
        return end + 1;
    }
}
