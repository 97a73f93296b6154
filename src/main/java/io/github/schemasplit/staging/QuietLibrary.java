package io.github.schemasplit.staging;

/**
 * Keeps the library that starts servers from telling the build's log what it does: failures reach the user as exceptions.
 *
 * <p>Maven's logger has no interface for levels; it reads these properties when a logger is first asked for, Maven 3 the first
 * and Maven 4 the second. A value that the user set stays.
 */
final class QuietLibrary {
    private static final String LOGGER = "io.zonky.test.db.postgres";

    private QuietLibrary() {}

    static void hush() {
        silence("org.slf4j.simpleLogger.log." + LOGGER);
        silence("maven.logger.log." + LOGGER);
    }

    private static void silence(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "off");
        }
    }
}
