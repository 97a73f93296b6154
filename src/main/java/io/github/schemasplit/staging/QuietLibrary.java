package io.github.schemasplit.staging;

import java.util.List;

/**
 * Keeps the library that starts servers from telling the build's log what it does: failures reach the user as exceptions.
 *
 * <p>Maven's logger has no interface for levels; it reads these properties when a logger is first asked for, Maven 3 the first
 * and Maven 4 the second. A value that the user set stays.
 */
final class QuietLibrary {
    private static final String LOGGER = "io.zonky.test.db.postgres";

    /** Testcontainers, what it talks to Docker by, and what the containers print. */
    private static final List<String> CONTAINERS = List.of("org.testcontainers", "com.github.dockerjava", "tc");

    private QuietLibrary() {}

    static void hush() {
        silenceLogger(LOGGER);
    }

    /** The same for the libraries that start containers. */
    static void hushContainers() {
        CONTAINERS.forEach(QuietLibrary::silenceLogger);
    }

    private static void silenceLogger(String logger) {
        silence("org.slf4j.simpleLogger.log." + logger);
        silence("maven.logger.log." + logger);
    }

    private static void silence(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "off");
        }
    }
}
