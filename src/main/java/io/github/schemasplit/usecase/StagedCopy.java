package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Extension;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.AvailableExtensions;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.RoleCopy;
import io.github.schemasplit.jdbc.ServerIdentity;
import io.github.schemasplit.report.RehearsedCopy;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.staging.DisposableDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes a copy of a database out of an empty one, and says in what it differs. */
final class StagedCopy {
    private final Workplace workplace;
    private final DisposableDatabase copy;
    private final CopyContent content;
    private final ChangeListener listener;

    /**
     * @param workplace where the copy is
     */
    StagedCopy(Workplace workplace, DisposableDatabase copy, CopyContent content, ChangeListener listener) {
        this.workplace = workplace;
        this.copy = copy;
        this.content = content;
        this.listener = listener;
    }

    /**
     * @throws GoalStoppedException when the copy's server is of another major version, or that of the database itself
     */
    void require(Snapshot source, ServerIdentity identity) {
        Session.run(workplace, true, listener, connection -> {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major != source.server().major()) {
                throw new GoalStoppedException("schema.staging is PostgreSQL " + major
                        + ", and the database is PostgreSQL "
                        + source.server().major() + ": a rehearsal says nothing of another version. Name one of "
                        + source.server().major() + ".");
            }
            if (ServerIdentity.read(connection).isOnServerOf(identity)) {
                throw new GoalStoppedException("schema.staging is on the server of the database that is to be migrated"
                        + identity.system()
                                .map(s -> " (system identifier " + s + ")")
                                .orElse("")
                        + ". Roles and their settings belong to the whole server, so a rehearsal there would change"
                        + " them for the database too. Name another server; or leave schema.staging out, for an"
                        + " embedded one.");
            }
            return major;
        });
    }

    /** Fills it. */
    RehearsedCopy fill(Snapshot source) {
        RehearsedCopy bare = Session.run(workplace, true, listener, connection -> prepare(connection, source));
        List<String> complaints = new ArrayList<>(bare.complaints());
        Set<Identifier> before = Session.run(workplace, true, listener, StagedCopy::roles);
        complaints.addAll(content.fill(copy.settings(), source.server().major()));
        List<String> madeRoles = new ArrayList<>(bare.madeRoles());
        if (content.bringsRoles()) {
            Session.run(workplace, true, listener, connection -> {
                Set<Identifier> brought = roles(connection);
                brought.removeAll(before);
                copy.owns(brought);
                RoleCopy.Result missing = new RoleCopy(connection, source, copy.ownsServer()).run();
                copy.owns(missing.made());
                missing.made().forEach(role -> madeRoles.add(role.value()));
                return complaints.addAll(missing.complaints());
            });
        }
        Snapshot filled = Session.run(
                workplace,
                true,
                listener,
                connection -> new CatalogReader(workplace.statementTimeout()).readInOwnTransaction(connection));
        return new RehearsedCopy(
                copy.toString(),
                content.describe(),
                filled.server().version(),
                madeRoles,
                bare.missingExtensions(),
                without(source, filled),
                without(filled, source),
                complaints);
    }

    private RehearsedCopy prepare(Connection connection, Snapshot source) throws SQLException {
        Set<Identifier> available = AvailableExtensions.read(connection);
        List<String> missing = source.all(Extension.class).stream()
                .map(Extension::name)
                .filter(name -> !available.contains(name))
                .map(Identifier::value)
                .toList();
        RoleCopy.Result roles = content.bringsRoles()
                ? new RoleCopy.Result(List.of(), List.of())
                : new RoleCopy(connection, source, copy.ownsServer()).run();
        copy.owns(roles.made());
        return new RehearsedCopy(
                copy.toString(),
                content.describe(),
                "",
                roles.made().stream().map(Identifier::value).toList(),
                missing,
                List.of(),
                List.of(),
                roles.complaints());
    }

    private static Set<Identifier> roles(Connection connection) throws SQLException {
        Set<Identifier> roles = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT rolname FROM pg_catalog.pg_roles")) {
            while (rows.next()) {
                roles.add(Identifier.of(rows.getString(1)));
            }
        }
        return roles;
    }

    /** What one has and the other has not, by name. The database itself has another. */
    private List<String> without(Snapshot one, Snapshot other) {
        Set<String> there = names(other);
        return names(one).stream().filter(name -> !there.contains(name)).toList();
    }

    private Set<String> names(Snapshot snapshot) {
        return ObjectStates.objects(snapshot, workplace.journalSchema())
                .filter(object -> object.id().catalog() != Catalog.PG_DATABASE)
                .filter(object -> !isPartOfExtension(object, snapshot))
                .map(object -> ObjectStates.describe(object, snapshot))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isPartOfExtension(CatalogObject object, Snapshot snapshot) {
        return snapshot.isExtensionMember(object.id())
                || object.partOf().filter(snapshot::isExtensionMember).isPresent();
    }
}
