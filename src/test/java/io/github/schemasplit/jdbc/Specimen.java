package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Comment;
import io.github.schemasplit.catalog.SecurityLabel;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A database with an object of every kind, and what a snapshot says of it. */
final class Specimen {
    /** The schema that everything is in. */
    static final String SCHEMA = "Old \"%$\\";

    private Specimen() {}

    static void load(TestDatabase database) {
        try (InputStream script = Specimen.class.getResourceAsStream("specimen.sql")) {
            database.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Snapshot read(TestDatabase database) {
        try (Connection connection = database.connect()) {
            return new CatalogReader().readInOwnTransaction(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The states of all objects, and the comments. */
    static List<String> states(Snapshot snapshot) {
        return Stream.concat(
                        snapshot.objects().map(o -> line(o)),
                        Stream.concat(
                                snapshot.comments().stream().map(Comment::toString),
                                snapshot.securityLabels().stream().map(SecurityLabel::toString)))
                .sorted()
                .toList();
    }

    private static String line(CatalogObject object) {
        return object.id() + " " + object.state();
    }
}
