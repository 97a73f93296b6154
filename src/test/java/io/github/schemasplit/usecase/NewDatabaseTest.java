package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DatabaseLocale;
import io.github.schemasplit.jdbc.DatabaseLocale.Provider;
import io.github.schemasplit.jdbc.DatabaseProperties;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class NewDatabaseTest {
    private static final String PLACE = "pg_default";

    private final List<String> notes = new ArrayList<>();

    @PostgresTest
    void hasTheLocaleThatTheBackupsHadOrTheNearestAndSaysSo(TestDatabase database) throws SQLException {
        int major = database.server().major();
        DatabaseLocale plain = DatabaseLocale.libc("UTF8", "C", "C");
        assertThat(made(database, plain, PLACE).locale()).isEqualTo(plain);
        DatabaseLocale latin = DatabaseLocale.libc("LATIN1", "C", "C");
        assertThat(made(database, latin, PLACE).locale()).isEqualTo(latin);
        assertThat(notes).isEmpty();

        DatabaseLocale icu = locale(Provider.ICU, "de-AT", Optional.of("&a < 'b'"));
        assertThat(made(database, icu, PLACE).locale()).isEqualTo(icu.on(major));
        String otherwise = ", so that texts may be sorted and compared otherwise than in the backup's";
        if (major < 15) {
            assertThat(notes)
                    .containsExactly("Not as it was: the database has locale provider libc instead of icu, locale none"
                            + " instead of de-AT, rules of ICU none instead of &a < 'b'" + otherwise);
        } else if (major == 15) {
            assertThat(notes)
                    .containsExactly(
                            "Not as it was: the database has rules of ICU none instead of &a < 'b'" + otherwise);
        } else {
            assertThat(notes).isEmpty();
        }
        notes.clear();
        DatabaseLocale builtin = locale(Provider.BUILTIN, "C.UTF-8", Optional.empty());
        assertThat(made(database, builtin, PLACE).locale()).isEqualTo(builtin.on(major));
        assertThat(notes).hasSize(major < 17 ? 1 : 0);
        assertThat(locale(Provider.BUILTIN, "PG_UNICODE_FAST", Optional.empty()).on(17))
                .isEqualTo(builtin);
        assertThat(new DatabaseLocale(
                                "UTF8",
                                "de_DE.utf8",
                                "de_DE.utf8",
                                Provider.BUILTIN,
                                Optional.of("C"),
                                Optional.empty())
                        .on(16))
                .isEqualTo(DatabaseLocale.libc("UTF8", "C", "de_DE.utf8"));
        assertThat(DatabaseLocale.libc("UTF8", "de_DE.utf8", "C")
                        .differences(DatabaseLocale.libc("UTF8", "de_DE.UTF-8", "C")))
                .isEmpty();
        assertThatThrownBy(() -> made(database, DatabaseLocale.libc("UTF8", "xx_YY", "C"), PLACE))
                .hasMessageStartingWith(
                        "Nothing was restored: the database " + database.name() + "_made can not be made: ")
                .hasMessageContaining("Make it otherwise, with what this server has.");
    }

    @PostgresTest
    void isInTheTablespaceOfThatNameWhereTheServerHasOne(TestDatabase database) throws SQLException {
        String place = database.name() + "_place";
        DatabaseLocale plain = DatabaseLocale.libc("UTF8", "C", "C");
        assertThat(made(database, plain, place).tablespace()).isEqualTo(PLACE);
        assertThat(notes)
                .containsExactly("Not as it was: the database is in the server's default tablespace, since there is no"
                        + " tablespace " + place + ", where it was");
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("SET allow_in_place_tablespaces = on");
            connection.createStatement().execute("CREATE TABLESPACE " + place + " LOCATION ''");
        }
        try {
            assertThat(made(database, plain, place).tablespace()).isEqualTo(place);
            assertThat(notes).hasSize(1);
        } finally {
            database.execute("DROP TABLESPACE " + place);
        }
    }

    @PostgresTest
    void thatCanNotBeDroppedIsNamedWithoutHidingWhy(TestDatabase database) throws SQLException {
        String name = database.name() + "_made";
        NewDatabase made = of(database, DatabaseLocale.libc("UTF8", "C", "C"), PLACE);
        made.make(notes::add);
        database.execute("ALTER DATABASE " + name + " IS_TEMPLATE true");
        Exception cause = new IllegalStateException("why");
        assertThat(made.abandon(cause))
                .contains("The database " + name + " is left, since it could not be dropped: cannot drop a template"
                        + " database. When that is mended: DROP DATABASE " + name);
        assertThat(cause.getSuppressed()).hasSize(1);
        database.execute("ALTER DATABASE " + name + " IS_TEMPLATE false");
        database.execute("DROP DATABASE " + name);
        database.execute("CREATE DATABASE " + name);
        assertThat(made.abandon(cause)).isEmpty();
        // Another one of that name by now, which is nobody's to drop.
        database.execute("DROP DATABASE " + name);
    }

    private DatabaseProperties made(TestDatabase database, DatabaseLocale locale, String tablespace)
            throws SQLException {
        NewDatabase made = of(database, locale, tablespace);
        made.make(notes::add);
        try (Connection connection =
                Connector.connect(Backups.workplace(database).database().withDatabase(database.name() + "_made"))) {
            return DatabaseProperties.read(connection);
        } finally {
            assertThat(made.abandon(new IllegalStateException())).isEmpty();
        }
    }

    private static NewDatabase of(TestDatabase database, DatabaseLocale locale, String tablespace) throws SQLException {
        try (Connection connection = database.connect()) {
            DatabaseProperties like = DatabaseProperties.read(connection);
            return new NewDatabase(
                    new RestoreServer(Backups.workplace(database).database(), true),
                    database.name() + "_made",
                    new DatabaseProperties(
                            like.name(),
                            like.owner(),
                            locale,
                            like.connectionLimit(),
                            tablespace,
                            like.comment(),
                            like.settings(),
                            like.privileges(),
                            like.publicSchema()));
        }
    }

    private static DatabaseLocale locale(Provider provider, String name, Optional<String> rules) {
        return new DatabaseLocale("UTF8", "C", "C", provider, Optional.of(name), rules);
    }
}
