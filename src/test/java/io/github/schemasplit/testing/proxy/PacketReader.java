package io.github.schemasplit.testing.proxy;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/** Splits what one side of a connection sends into packets. */
final class PacketReader {
    private static final int BUFFER = 64 * 1024;

    private final DataInputStream in;
    private final Direction direction;
    private final Semaphore encryptionRequests;
    private boolean opening;

    private PacketReader(InputStream in, Direction direction, Semaphore encryptionRequests) {
        this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
        this.direction = direction;
        this.encryptionRequests = encryptionRequests;
        this.opening = direction == Direction.TO_SERVER;
    }

    /** Of what a client sends; a permit for each request that the server answers with a single byte. */
    static PacketReader ofClient(InputStream in, Semaphore encryptionRequests) {
        return new PacketReader(in, Direction.TO_SERVER, encryptionRequests);
    }

    /** Of what the server sends to the client that gives those permits. */
    static PacketReader ofServer(InputStream in, Semaphore encryptionRequests) {
        return new PacketReader(in, Direction.TO_CLIENT, encryptionRequests);
    }

    Direction direction() {
        return direction;
    }

    /** The next packet, as soon as all of it is there; at the end of the stream an exception. */
    Packet next() throws IOException {
        if (opening) {
            return open();
        }
        int first = in.readUnsignedByte();
        boolean answer = direction == Direction.TO_CLIENT && encryptionRequests.tryAcquire();
        return answer ? refusal(first) : Packet.read(first, in);
    }

    private Packet open() throws IOException {
        Packet packet = Packet.readOpening(in);
        if (packet.type() == Message.ENCRYPTION_REQUEST) {
            encryptionRequests.release();
        } else {
            opening = false;
        }
        return packet;
    }

    private static Packet refusal(int answer) throws IOException {
        if (answer != 'N') {
            throw new IOException("the server would encrypt, and the proxy could not read on: " + (char) answer);
        }
        return new Packet(Message.ENCRYPTION_REFUSED, new byte[] {'N'});
    }
}
