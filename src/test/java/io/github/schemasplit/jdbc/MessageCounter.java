package io.github.schemasplit.jdbc;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a server, passes everything on, and counts the statements the client sends. */
final class MessageCounter implements AutoCloseable {
    private final ServerSocket listener;
    private final int serverPort;
    private final AtomicInteger statements = new AtomicInteger();

    MessageCounter(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Statements since the last call: each has one Parse or one simple Query message. */
    int statements() {
        return statements.getAndSet(0);
    }

    private void serve() throws IOException {
        try (Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            start(() -> {
                InputStream answers = server.getInputStream();
                answers.transferTo(client.getOutputStream());
            });
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = server.getOutputStream();
            int length = in.readInt();
            pass(in, out, length);
            for (int type = in.read(); type >= 0; type = in.read()) {
                if (type == 'P' || type == 'Q') {
                    statements.incrementAndGet();
                }
                out.write(type);
                pass(in, out, in.readInt());
            }
        }
    }

    private static void pass(DataInputStream in, OutputStream out, int length) throws IOException {
        byte[] message = in.readNBytes(length - 4);
        out.write(new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        out.write(message);
        out.flush();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // One side has closed its connection: the end of the test.
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
