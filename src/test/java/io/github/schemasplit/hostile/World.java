package io.github.schemasplit.hostile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the pieces have made so far, and the script that makes it. */
final class World {
    /** What pieces refer to. */
    enum Group {
        VIEW,
        MATERIALIZED_VIEW,
        SEQUENCE,
        ENUM,
        DOMAIN,
        COMPOSITE,
        RANGE,
        /** Takes one integer. */
        ROUTINE,
        /** Takes nothing and returns a number. */
        CALLED,
        TRIGGER_ROUTINE,
        COLLATION,
        DICTIONARY,
        CONFIGURATION,
        PARSER,
        TEMPLATE,
        OPERATOR,
        FAMILY,
        OPERATOR_CLASS,
        /** Whatever can have a comment. */
        ANY,
        /** Whatever can have another owner. */
        OWNED
    }

    static final String OTHER_SCHEMA = "other";
    static final List<String> TARGETS = List.of("crm", "Neu 😀 $$ '; DROP --", "select", "t".repeat(63));

    /** So many of the targets may be there before. */
    private static final int EXISTING = 2;

    private final int major;
    private final boolean plainOwner;
    private final String source;
    private final StringBuilder script = new StringBuilder();
    private final StringBuilder last = new StringBuilder();
    private final Names names = new Names();
    private final Set<String> schemas = new LinkedHashSet<>();
    private final List<Table> tables = new ArrayList<>();
    private final Map<Group, List<Thing>> things = new EnumMap<>(Group.class);
    private final Set<String> done = new LinkedHashSet<>();
    private int counter;

    /**
     * @param major the server's major version
     * @param plainOwner whether everything that needs no superuser is made by a plain role, which will migrate
     */
    World(int major, boolean plainOwner, String source) {
        this.major = major;
        this.plainOwner = plainOwner;
        this.source = source;
        asSuperuser("DO $$BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO " + Roles.OWNER
                + "', current_database()); END$$");
        if (source.equals("public")) {
            schemas.add(source);
            asSuperuser("ALTER SCHEMA public OWNER TO " + creator());
        } else {
            require(source);
        }
    }

    int major() {
        return major;
    }

    boolean plainOwner() {
        return plainOwner;
    }

    String source() {
        return source;
    }

    String script() {
        return script + last.toString();
    }

    /** Who makes what needs no superuser. */
    String creator() {
        return plainOwner ? Roles.OWNER : "postgres";
    }

    void add(String statement, Object... arguments) {
        script.append(statement.formatted(arguments)).append(";\n");
    }

    /** Adds a statement that needs a superuser, or another role. */
    void asSuperuser(String statement) {
        script.append(wrapped(statement));
    }

    /** Adds a statement after all that the others make. */
    void atLast(String statement) {
        last.append(wrapped(statement));
    }

    private String wrapped(String statement) {
        return plainOwner
                ? "RESET SESSION AUTHORIZATION;\n" + statement + ";\nSET SESSION AUTHORIZATION " + Roles.OWNER + ";\n"
                : statement + ";\n";
    }

    /** Most are in the source schema, the others in another schema or in a target that is then there before the migration. */
    String schema(Piece piece) {
        int choice = piece.where() % 12;
        if (choice < 8) {
            return source;
        }
        return require(choice < 10 ? OTHER_SCHEMA : TARGETS.get(choice % EXISTING));
    }

    String require(String schema) {
        if (schemas.add(schema)) {
            add("CREATE SCHEMA %s", Names.quoted(schema));
            if (!TARGETS.contains(schema) || source.equals("public")) {
                // As public is: else almost every move from or to a schema that others may use would give access.
                add("GRANT USAGE ON SCHEMA %s TO PUBLIC", Names.quoted(schema));
            }
        }
        return schema;
    }

    List<String> schemas() {
        return List.copyOf(schemas);
    }

    /** A new object, in the schema that the piece chooses. */
    Thing thing(String keyword, Piece piece) {
        return thing(keyword, schema(piece), piece, "");
    }

    Thing thing(String keyword, String schema, Piece piece, String suffix) {
        return new Thing(keyword, schema, nameOf(schema, piece), suffix);
    }

    /** In a target it is seldom one that something in another schema has: most moves would clash. */
    private String nameOf(String schema, Piece piece) {
        return TARGETS.contains(schema) && piece.with() % 8 != 0
                ? Names.numbered(piece.name(), " t" + number())
                : names.in(schema, piece.name());
    }

    /** A quoted name that nothing in the schema has. */
    String nameIn(String schema, Piece piece) {
        return Names.quoted(nameOf(schema, piece));
    }

    /** A quoted name that nothing outside of schemas has, be it a trigger, a policy, a constraint or a publication. */
    String name(Piece piece) {
        return Names.quoted(names.in("", piece.name()));
    }

    /** A quoted name that nothing in any schema has. */
    String endingName(Piece piece) {
        return Names.quoted(Names.numbered(piece.name(), " c" + number()));
    }

    int number() {
        return ++counter;
    }

    /** Whether something is done for the first time. */
    boolean isFirst(String what) {
        return done.add(what);
    }

    void put(Table table) {
        tables.add(table);
        putNamed(table.thing());
    }

    void put(Group group, Thing thing) {
        keep(group, thing);
        putNamed(thing);
    }

    /** Keeps what nothing refers to but comments, grants and new owners. */
    void putNamed(Thing thing) {
        keep(Group.ANY, thing);
        keep(Group.OWNED, thing);
    }

    void keep(Group group, Thing thing) {
        things.computeIfAbsent(group, g -> new ArrayList<>()).add(thing);
    }

    List<Thing> all(Group group) {
        return things.getOrDefault(group, List.of());
    }

    List<Table> tables() {
        return tables;
    }

    /** None, or one, of a group. */
    List<Thing> pick(int number, Group... groups) {
        List<Thing> candidates = new ArrayList<>();
        for (Group group : groups) {
            candidates.addAll(all(group));
        }
        return candidates.isEmpty() ? List.of() : List.of(candidates.get(number % candidates.size()));
    }

    /** None, or one, of the tables that are fit. */
    List<Table> table(int number, Predicate<Table> fit) {
        List<Table> candidates = tables.stream().filter(fit).toList();
        return candidates.isEmpty() ? List.of() : List.of(candidates.get(number % candidates.size()));
    }
}
