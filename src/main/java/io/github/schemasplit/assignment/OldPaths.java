package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which settings of search_path get the schemas that things go to, so that their old names go on working without a schema: that of the
 * database, and those of roles, which come before it. A setting that has not the schema that is left needs none.
 */
public final class OldPaths {
    /** What stands in a path for a schema that is called as the role. */
    static final Identifier USER = Identifier.of("$user");

    private final Assignment assignment;
    private final Snapshot snapshot;
    private final Identifier source;
    private final List<Identifier> targets;
    private final Set<Identifier> helped = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();
    /** The changes, and the settings that need none. */
    private final List<Change> looked = new ArrayList<>();

    private Optional<String> obstacle = Optional.empty();

    private OldPaths(Assignment assignment) {
        Mapping mapping = assignment.mapping();
        this.assignment = assignment;
        this.snapshot = assignment.snapshot();
        this.source = mapping.source().value();
        this.targets = assignment.targets();
        for (Placement move : assignment.moves()) {
            if (isHelped(move, mapping)) {
                helped.add(move.target());
            }
        }
        if (!helped.isEmpty()) {
            ofDatabase();
            snapshot.all(Role.class).forEach(this::ofRole);
        }
    }

    /**
     * A setting that gets another value.
     *
     * @param role whose setting; empty for the database's
     * @param from its value in this database before; empty where it has none there, so that another one holds
     * @param now the value that holds before
     * @param to its value after
     */
    public record Change(Optional<Identifier> role, Optional<SearchPath> from, SearchPath now, SearchPath to) {
        /** The schemas that it gets, in order. */
        public List<Identifier> added() {
            return to.without(now.schemas()).schemas();
        }
    }

    /** Those of an assignment. */
    public static OldPaths of(Assignment assignment) {
        return new OldPaths(assignment);
    }

    /** Whether the mapping wants the old name of what moves to be found by a search_path. */
    static boolean isHelped(Placement move, Mapping mapping) {
        return move.current().schema().equals(mapping.source().value())
                && mapping.compatibility(move.target(), move.current().name()) == Compatibility.SEARCH_PATH;
    }

    /** Whether all that moves is to be found by a search_path. */
    public static boolean helpAll(Assignment assignment) {
        return assignment.moves().stream().allMatch(move -> isHelped(move, assignment.mapping()));
    }

    /** The changes, that of the database first. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The bare names that would mean something else than now by these settings, each as a clause that says what. */
    public List<String> clashes() {
        return looked.isEmpty() ? List.of() : new PathClashes(assignment).of(looked);
    }

    /** Why the database's setting, or another that counts, can not be changed, as a clause; empty where it can, or need not be. */
    public Optional<String> obstacle() {
        return obstacle;
    }

    /** Whether nobody can tell which path sessions have for which neither their role nor the database sets one: it can not be guessed. */
    public boolean isUnknown() {
        return ofSessions().isEmpty();
    }

    private Optional<SearchPath> ofSessions() {
        return SearchPath.in(snapshot.server().databaseSettings()).or(snapshot.server()::searchPath);
    }

    private void ofDatabase() {
        Server server = snapshot.server();
        Optional<SearchPath> set = SearchPath.in(server.databaseSettings());
        Optional<SearchPath> now = ofSessions();
        if (now.isEmpty()) {
            obstacle = Optional.of("which one sessions have is not known, since the database sets none and role "
                    + server.currentRole() + ", or its connection, sets its own");
        } else if (isByUser(now.get())) {
            obstacle = Optional.of("role " + source + " finds schema " + source
                    + " by \"$user\" in it, behind which no schema is put");
        } else if (!isShort(now.get())) {
            look(change(Optional.empty(), set, now.get()));
        } else {
            if (!snapshot.roleMembership().inherits(server.currentRole(), server.databaseOwner())) {
                obstacle = Optional.of("role " + server.currentRole()
                        + " has not the rights of the database's owner, role " + server.databaseOwner());
            } else if (isWrittenOtherwise(server.databaseSettings())) {
                obstacle = Optional.of("what it is set to could not be written back just as it is");
            } else {
                add(change(Optional.empty(), set, now.get()));
            }
        }
    }

    /** One that can not be changed is left, for the rule of search_path to tell. */
    private void ofRole(Role role) {
        Optional<SearchPath> now = SearchPath.in(role.settings());
        if (now.isPresent() && role.name().equals(source) && isByUser(now.get())) {
            obstacle = obstacle.or(() -> Optional.of("that of role " + source + " finds schema " + source
                    + " by \"$user\", behind which no schema is put"));
        } else if (now.isPresent()) {
            Change change = change(Optional.of(role.name()), SearchPath.in(role.settingsHere()), now.get());
            if (!isShort(now.get())) {
                look(change);
            } else if (role.settable() && !isWrittenOtherwise(role.settingsHere())) {
                add(change);
            }
        }
    }

    private void add(Change change) {
        changes.add(change);
        looked.add(change);
    }

    private void look(Change unchanged) {
        if (unchanged.now().contains(source)) {
            looked.add(unchanged);
        }
    }

    /** Whether a role that is called as the source schema finds that by its own name alone. */
    private boolean isByUser(SearchPath path) {
        return path.contains(USER)
                && !path.contains(source)
                && snapshot.role(source).isPresent();
    }

    private boolean isShort(SearchPath path) {
        return path.contains(source) && !path.schemas().containsAll(helped);
    }

    /** Whether the one among them is not as the server writes what is SET, as after SET … FROM CURRENT. */
    private static boolean isWrittenOtherwise(List<String> settings) {
        return SearchPath.in(settings)
                .filter(path -> !settings.contains(path.setting()))
                .isPresent();
    }

    private Change change(Optional<Identifier> role, Optional<SearchPath> from, SearchPath now) {
        List<Identifier> wanted = targets.stream()
                .filter(target -> helped.contains(target) || now.contains(target))
                .toList();
        return new Change(role, from, now, now.with(wanted, source));
    }
}
