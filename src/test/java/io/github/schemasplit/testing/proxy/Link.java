package io.github.schemasplit.testing.proxy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One connection through the proxy. When either side ends it, or it is cut, the client's socket is closed; the server hears
 * that nothing more comes, and whatever it still says is read and dropped until it closes its side.
 */
final class Link implements DelayLine.Receiver {
    private static final int BUFFER = 64 * 1024;

    private final int number;
    private final Socket client;
    private final Socket server;
    private final Exchange exchange;
    private final PacketReader fromClient;
    private final PacketReader fromServer;
    private final OutputStream toClient;
    private final OutputStream toServer;
    private final DelayLine line = new DelayLine();
    private final CountDownLatch settled = new CountDownLatch(1);
    private boolean ended;

    Link(int number, Socket client, Socket server, Exchange exchange) throws IOException {
        this.number = number;
        this.client = client;
        this.server = server;
        this.exchange = exchange;
        Semaphore encryptionRequests = new Semaphore(0);
        fromClient = PacketReader.ofClient(client.getInputStream(), encryptionRequests);
        fromServer = PacketReader.ofServer(server.getInputStream(), encryptionRequests);
        toClient = new BufferedOutputStream(client.getOutputStream(), BUFFER);
        toServer = new BufferedOutputStream(server.getOutputStream(), BUFFER);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start(Executor threads) {
        threads.execute(() -> read(fromClient));
        threads.execute(this::readServer);
        threads.execute(this::deliver);
    }

    private void readServer() {
        try {
            read(fromServer);
        } finally {
            close(server);
            settled.countDown();
        }
    }

    private void read(PacketReader reader) {
        try {
            while (true) {
                accept(reader.direction(), reader.next());
            }
        } catch (IOException e) {
            // The sender has closed its side, or the connection broke: for the other side that is the same.
        } finally {
            end();
        }
    }

    /** One at a time, so that the line has the order of the trace. */
    private synchronized void accept(Direction direction, Packet packet) {
        if (ended) {
            return;
        }
        Exchange.Verdict verdict = exchange.judge(number, direction, packet);
        if (verdict != Exchange.Verdict.CUT_BEFORE) {
            line.add(exchange.delay(), direction, packet);
        }
        if (verdict != Exchange.Verdict.FORWARD) {
            end();
        }
    }

    private synchronized void end() {
        if (!ended) {
            ended = true;
            line.end(exchange.delay());
        }
    }

    private void deliver() {
        try {
            line.deliverTo(this);
            server.shutdownOutput();
        } catch (InterruptedException e) {
            close(server);
        } catch (IOException e) {
            // The server has closed its side before.
        } finally {
            close(client);
        }
    }

    @Override
    public void write(Direction direction, byte[] bytes) {
        try {
            (direction == Direction.TO_SERVER ? toServer : toClient).write(bytes);
        } catch (IOException e) {
            // The receiver is gone. The other direction goes on until the reader of that side notices.
        }
    }

    @Override
    public void flush() {
        flush(toServer);
        flush(toClient);
    }

    private static void flush(OutputStream out) {
        try {
            out.flush();
        } catch (IOException e) {
            // As in write.
        }
    }

    /** Whether the connection has ended and the server has finished with it in time, or it has not ended. */
    boolean settles(Duration patience) throws InterruptedException {
        return !hasEnded() || settled.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    void close() {
        close(client);
        close(server);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
