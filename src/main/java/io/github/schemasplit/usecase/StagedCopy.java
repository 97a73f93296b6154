package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Extension;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.AvailableExtensions;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.RoleCopy;
import io.github.schemasplit.plan.AlterServedSchemas;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.report.RehearsedCopy;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.staging.DisposableDatabase;
import io.github.schemasplit.staging.Original;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a copy of a database out of an empty one, and says in what it differs. */
final class StagedCopy {
    private final Workplace workplace;
    private final DisposableDatabase copy;
    private final CopyContent content;
    private final ChangeListener listener;

    /**
     * @param workplace where the copy is, for a role that may do everything
     */
    StagedCopy(Workplace workplace, DisposableDatabase copy, CopyContent content, ChangeListener listener) {
        this.workplace = workplace;
        this.copy = copy;
        this.content = content;
        this.listener = listener;
    }

    /**
     * @throws GoalStoppedException when the copy's server is of another major version
     */
    void require(Original original) {
        int major = Session.run(workplace, true, listener, c -> c.getMetaData().getDatabaseMajorVersion());
        if (major != original.major()) {
            throw new GoalStoppedException("schema.staging is PostgreSQL " + major + ", and the database is PostgreSQL "
                    + original.major() + ": a rehearsal says nothing of another version. Name one of "
                    + original.major() + ".");
        }
    }

    /** Where the copy is, for a role that may do everything. */
    Workplace workplace() {
        return workplace;
    }

    /** Says which roles the migration is going to make. */
    void owns(Collection<Identifier> roles) {
        copy.owns(roles);
    }

    /** What is known of it before it is filled. */
    RehearsedCopy empty() {
        return new RehearsedCopy(
                copy.toString(), content.describe(), "", List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Fills it. */
    RehearsedCopy fill(Snapshot source) {
        RehearsedCopy bare = Session.run(workplace, true, listener, connection -> prepare(connection, source));
        List<String> complaints = new ArrayList<>(bare.complaints());
        Set<Identifier> before = Session.run(workplace, true, listener, StagedCopy::roles);
        complaints.addAll(copy.setting(
                this::mayBeSet,
                () -> content.fill(copy.settings(), source.server().major())));
        List<String> madeRoles = new ArrayList<>(bare.madeRoles());
        if (content.makesRoles()) {
            Session.run(workplace, true, listener, connection -> {
                Set<Identifier> brought = roles(connection);
                brought.removeIf(role -> before.contains(role) || !content.names(role));
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

    /** Scripts may speak of whoever runs them without a name. */
    private boolean mayBeSet(Identifier role) {
        return content.makesRoles()
                && (content.names(role) || role.value().equals(copy.settings().user()));
    }

    /** Does work that may set something for the roles by which APIs connect. */
    <T> T serving(Plan plan, Supplier<T> work) {
        Set<Identifier> roles = plan.servedSchemas()
                .filter(AlterServedSchemas::everywhere)
                .map(AlterServedSchemas::role)
                .collect(Collectors.toSet());
        return roles.isEmpty() ? work.get() : copy.setting(roles::contains, work);
    }

    private RehearsedCopy prepare(Connection connection, Snapshot source) throws SQLException {
        Set<Identifier> available = AvailableExtensions.read(connection);
        List<String> missing = source.all(Extension.class).stream()
                .map(Extension::name)
                .filter(name -> !available.contains(name))
                .map(Identifier::value)
                .toList();
        RoleCopy.Result roles = content.makesRoles()
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

    /** What one has and the other has not, by name, each whole without its parts. The database itself has another name. */
    private List<String> without(Snapshot one, Snapshot other) {
        Set<String> there = objects(other)
                .map(object -> ObjectStates.describe(object, other))
                .collect(Collectors.toSet());
        Set<String> lacking = new TreeSet<>();
        objects(one).filter(object -> isThere(whole(object, one), one, there)).forEach(object -> {
            String name = ObjectStates.describe(object, one);
            if (!there.contains(name)) {
                lacking.add(name);
            }
        });
        return List.copyOf(lacking);
    }

    private static Optional<CatalogObject> whole(CatalogObject object, Snapshot snapshot) {
        return object.partOf().flatMap(snapshot::find);
    }

    private static boolean isThere(Optional<CatalogObject> whole, Snapshot snapshot, Set<String> there) {
        return whole.isEmpty() || there.contains(ObjectStates.describe(whole.get(), snapshot));
    }

    private Stream<CatalogObject> objects(Snapshot snapshot) {
        return ObjectStates.objects(snapshot, workplace.journalSchema())
                .filter(object -> object.id().catalog() != Catalog.PG_DATABASE)
                .filter(object -> !isPartOfExtension(object, snapshot));
    }

    private static boolean isPartOfExtension(CatalogObject object, Snapshot snapshot) {
        return snapshot.isExtensionMember(object.id())
                || object.partOf().filter(snapshot::isExtensionMember).isPresent();
    }
}
