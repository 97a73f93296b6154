package io.github.schemasplit.testing.proxy;

import io.github.schemasplit.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Stands between clients and a server and reads along: it keeps a trace of all messages, delays them, and cuts a connection
 * at a chosen one. It does not understand encryption.
 */
public final class ProtocolProxy implements AutoCloseable {
    static final String THREAD = "protocol-proxy";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int serverPort;
    private final ServerSocket listener;
    private final Exchange exchange = new Exchange();
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(ProtocolProxy::daemon);

    private ProtocolProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** A new proxy, on a port of its own, before a server. */
    public static ProtocolProxy to(TestServer server) {
        return to(server.port());
    }

    /** A new proxy, on a port of its own, before the server of this machine that listens on a port. */
    public static ProtocolProxy to(int serverPort) {
        try {
            return new ProtocolProxy(serverPort);
        } catch (IOException e) {
            throw new UncheckedIOException("could not start a proxy to port " + serverPort, e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, THREAD);
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        try {
            while (true) {
                link(listener.accept());
            }
        } catch (IOException e) {
            // The proxy was closed.
        }
    }

    /** Not while the proxy is being closed. */
    private synchronized void link(Socket client) throws IOException {
        if (listener.isClosed()) {
            client.close();
            return;
        }
        try {
            Socket server = new Socket(listener.getInetAddress(), serverPort);
            Link link = new Link(links.size() + 1, client, server, exchange);
            links.add(link);
            link.start(threads);
        } catch (IOException e) {
            client.close();
        }
    }

    /** The port that clients connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The JDBC URL of a database through this proxy, for the superuser {@code postgres}. */
    public String url(String database) {
        return "jdbc:postgresql://" + listener.getInetAddress().getHostAddress() + ":" + port() + "/" + database
                + "?user=postgres";
    }

    /** What was forwarded or is under way, of both directions and all connections, in the order in which it was read. */
    public List<Message> trace() {
        return exchange.messages();
    }

    /** Delivers each message that is read from now on so much later; how much is under way at once is not limited. */
    public ProtocolProxy delay(Duration oneWay) {
        exchange.delay(oneWay);
        return this;
    }

    /** Cuts the connection of the n-th message of the proxy instead of forwarding that message. */
    public ProtocolProxy cutAt(int n) {
        return cutWhen(message -> message.number() == n);
    }

    /**
     * Cuts the connection of the first message that is chosen instead of forwarding that message. What came before it is
     * delivered. Only one cut is awaited: a later call takes the place of an earlier one.
     */
    public ProtocolProxy cutWhen(Predicate<Message> chosen) {
        exchange.cut(Exchange.Verdict.CUT_BEFORE, chosen);
        return this;
    }

    /** Forwards the first message that is chosen, then cuts its connection before anything comes back. */
    public ProtocolProxy cutAfter(Predicate<Message> chosen) {
        exchange.cut(Exchange.Verdict.CUT_AFTER, chosen);
        return this;
    }

    /** Waits until the server has finished with the connections that were cut: whether they committed is decided then. */
    public void awaitSettled() throws InterruptedException {
        for (Link link : links) {
            if (!link.settles(PATIENCE)) {
                throw new IllegalStateException("the server still works for a connection that was cut");
            }
        }
    }

    /** Ends all connections and threads. */
    @Override
    public void close() {
        end();
        try {
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("threads of the proxy still run");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void end() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
        links.forEach(Link::close);
    }
}
