package io.github.schemasplit.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Something that listens and is no PostgreSQL: it reads what comes first, gives one answer, and hangs up. */
final class FakeServer implements AutoCloseable {
    private final ServerSocket listener;

    FakeServer(String answer) throws IOException {
        this.listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(answer.getBytes(StandardCharsets.ISO_8859_1)));
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve(byte[] answer) {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                client.getInputStream().read();
                client.getOutputStream().write(answer);
                client.getOutputStream().flush();
                client.shutdownOutput();
            } catch (IOException e) {
                // The client hung up, or the test is over: on to the next, or out.
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
