package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** Opens connections to a database. */
public final class Connector {
    /** What the server shows the sessions of this plugin as, unless the settings name something else. */
    public static final String APPLICATION_NAME = "schema-maven-plugin";

    private static final String LOGIN_SECONDS = "30";

    private Connector() {}

    /**
     * Opens a connection, in auto-commit mode. It prepares no named statements, which transaction poolers lose; what role and
     * database set by default is neutralised by each transaction that it would disturb.
     *
     * @throws ConnectionFailedException if there is none to be had
     */
    public static Connection connect(ConnectionSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", APPLICATION_NAME);
        properties.setProperty("loginTimeout", LOGIN_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.putAll(settings.properties());
        // A change is one message of the simple protocol; what has parameters is prepared all the same.
        properties.setProperty("preferQueryMode", "extendedForPrepared");
        properties.setProperty("prepareThreshold", "0");
        properties.setProperty("autosave", "never");
        properties.setProperty("readOnly", "false");
        // The driver then says with the first message what it would say in two statements of their own.
        properties.setProperty("assumeMinServerVersion", "9.0");
        try {
            // Straight from the driver: DriverManager would offer the password to every driver on the class path.
            Connection connection = new Driver().connect(settings.jdbcUrl(), properties);
            if (connection == null) {
                throw new IllegalStateException("the driver does not take " + settings.jdbcUrl());
            }
            return connection;
        } catch (SQLException e) {
            throw ConnectionProblem.of(e, settings.hosts().size() > 1).failure(settings, e);
        }
    }
}
