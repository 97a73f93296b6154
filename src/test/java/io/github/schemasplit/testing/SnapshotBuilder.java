package io.github.schemasplit.testing;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Comment;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.DefaultAcl;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.Extension;
import io.github.schemasplit.catalog.Index;
import io.github.schemasplit.catalog.NamedObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Publication;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.ReplaceObstacle;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.StatisticsObject;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SearchPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Snapshots by hand, for tests without a server. Schemas {@code public} and the role {@code app}, who owns everything and is the
 * current role, are there from the start, and the database has a search_path without {@code public}. Tables get a row type and an array type, as the server makes them.
 */
public final class SnapshotBuilder {
    private final Map<ObjectId, CatalogObject> objects = new LinkedHashMap<>();
    private final List<Dependency> dependencies = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private long nextOid = 16_384;
    private Identifier owner = Identifier.of("app");
    private Identifier currentRole = Identifier.of("app");
    private Identifier databaseOwner = Identifier.of("app");
    private boolean mayCreateSchema = true;
    private int major = 15;
    private Set<Identifier> systemNames = Set.of();

    public SnapshotBuilder() {
        role("app");
        schema("public");
    }

    /** The owner of everything that is added from now on. */
    public SnapshotBuilder owner(String role) {
        owner = Identifier.of(role);
        return this;
    }

    public SnapshotBuilder currentRole(String role) {
        currentRole = Identifier.of(role);
        return this;
    }

    public SnapshotBuilder databaseOwner(String role) {
        databaseOwner = Identifier.of(role);
        return this;
    }

    public SnapshotBuilder major(int version) {
        major = version;
        return this;
    }

    /** A name that a type and routines of the server have. */
    public SnapshotBuilder systemName(String name) {
        systemNames = Set.of(Identifier.of(name));
        return this;
    }

    public SnapshotBuilder mayNotCreateSchema() {
        mayCreateSchema = false;
        return this;
    }

    public Role role(String name, String... memberOf) {
        return role(name, false, true, memberOf);
    }

    public Role superuser(String name) {
        return role(name, true, true);
    }

    public Role role(String name, boolean superuser, boolean inherits, String... memberOf) {
        List<Role.Membership> memberships = Arrays.stream(memberOf)
                .map(r -> new Role.Membership(Identifier.of(r), inherits))
                .toList();
        return add(new Role(
                nextOid++, Identifier.of(name), superuser, true, false, memberships, List.of(), List.of(), true));
    }

    /** A schema; {@code acl} as {@code role=privileges}, such as {@code anon=U}. */
    public Schema schema(String name, String... acl) {
        return add(new Schema(nextOid++, Identifier.of(name), owner, AclTexts.parse(owner, acl)));
    }

    public Relation table(String schema, String name) {
        return relation(RelationKind.TABLE, schema, name, false, false);
    }

    public Relation table(String name) {
        return table("public", name);
    }

    public Relation temporaryTable(String name) {
        return relation(RelationKind.TABLE, "pg_temp_3", name, true, false);
    }

    public Relation relation(RelationKind kind, String schema, String name) {
        return relation(kind, schema, name, false, false);
    }

    /** A partition. */
    public Relation partition(String schema, String name, Relation parent) {
        return relation(RelationKind.TABLE, schema, name, false, true, parent);
    }

    /** An inheritance child. */
    public Relation child(String schema, String name, Relation... parents) {
        return relation(RelationKind.TABLE, schema, name, false, false, parents);
    }

    public Relation view(String schema, String name, CatalogObject... reads) {
        Relation view = relation(RelationKind.VIEW, schema, name);
        Stream.of(reads).forEach(r -> depends(view, r, 'n'));
        return view;
    }

    public Relation view(String name, CatalogObject... reads) {
        return view("public", name, reads);
    }

    /** A free-standing sequence that defaults of tables use. */
    public Relation sequence(String schema, String name, Relation... users) {
        Relation sequence = relation(RelationKind.SEQUENCE, schema, name);
        Stream.of(users).forEach(t -> depends(t, sequence, 'n'));
        return sequence;
    }

    /** The sequence of a serial column. */
    public Relation ownedSequence(String schema, String name, Relation table) {
        Relation sequence = sequence(schema, name, table);
        depends(sequence, table, 'a');
        return sequence;
    }

    private Relation relation(
            RelationKind kind, String schema, String name, boolean temporary, boolean partition, Relation... parents) {
        List<Column> columns = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new Column(i, Identifier.of("c" + i), 23, false, Optional.empty(), ""))
                .toList();
        Relation relation = add(new Relation(
                nextOid++,
                QualifiedName.of(schema, name),
                kind,
                owner,
                Optional.empty(),
                temporary,
                false,
                partition,
                false,
                false,
                false,
                Arrays.stream(parents).map(Relation::oid).toList(),
                List.of(),
                columns,
                "",
                -1,
                0));
        if (kind != RelationKind.SEQUENCE) {
            Type row = type(schema, name, 'c', relation.oid(), 0);
            type(schema, "_" + name, 'b', 0, row.oid());
        }
        return relation;
    }

    public Type type(String schema, String name, char kind) {
        return type(schema, name, kind, 0, 0);
    }

    public Type type(String schema, String name, char kind, long relation, long arrayOf) {
        return add(new Type(
                nextOid++, QualifiedName.of(schema, name), kind, owner, Optional.empty(), relation, arrayOf, ""));
    }

    public Index index(String name, Relation table) {
        return add(new Index(
                nextOid++, new QualifiedName(table.name().schema(), Identifier.of(name)), table.oid(), 0, ""));
    }

    public StatisticsObject statistics(String schema, String name, Relation table) {
        return add(new StatisticsObject(nextOid++, QualifiedName.of(schema, name), table.oid(), owner, ""));
    }

    public Routine routine(String schema, String name, String arguments, String source, String... settings) {
        return routine(schema, name, arguments, false, source, settings);
    }

    /** An operator, a collation, or another of the kinds of which only name, place and owner matter. */
    public NamedObject named(Catalog catalog, String schema, String name, String arguments) {
        return add(new NamedObject(
                new ObjectId(catalog, nextOid++), QualifiedName.of(schema, name), arguments, Identifier.of("app"), ""));
    }

    /** A SECURITY DEFINER routine. */
    public Routine definer(String schema, String name, String arguments) {
        return routine(schema, name, arguments, true, "");
    }

    private Routine routine(
            String schema, String name, String arguments, boolean definer, String source, String... settings) {
        return add(new Routine(
                nextOid++,
                QualifiedName.of(schema, name),
                arguments,
                IntStream.range(0, arguments.isEmpty() ? 0 : arguments.split(",").length)
                        .mapToObj(i -> (long) arguments.split(",")[i].strip().hashCode())
                        .toList(),
                0,
                'f',
                Identifier.of("plpgsql"),
                owner,
                Optional.empty(),
                definer,
                List.of(settings),
                source,
                Optional.of("CREATE OR REPLACE FUNCTION " + QualifiedName.of(schema, name) + "(" + arguments + ") "),
                ReplaceObstacle.NONE,
                ""));
    }

    public Trigger trigger(String name, Relation table, Routine routine, String... arguments) {
        return add(new Trigger(
                nextOid++, Identifier.of(name), table.oid(), routine.oid(), List.of(arguments), Optional.empty(), ""));
    }

    public Constraint foreignKey(String name, Relation from, List<Integer> columns, Relation to, List<Integer> others) {
        return foreignKey(name, from, columns, to, others, false);
    }

    public Constraint foreignKey(
            String name, Relation from, List<Integer> columns, Relation to, List<Integer> others, boolean inherited) {
        depends(from, to, 'n');
        return add(new Constraint(
                nextOid++,
                Identifier.of(name),
                'f',
                from.oid(),
                columns,
                OptionalLong.of(to.oid()),
                others,
                inherited,
                Optional.empty(),
                ""));
    }

    public Publication publication(String name, boolean allTables, List<Relation> tables, String... schemas) {
        return publication(name, allTables, tables, List.of(), schemas);
    }

    /** A publication that lists some tables, of them {@code filtered} with a row filter. */
    public Publication publication(
            String name, boolean allTables, List<Relation> tables, List<Relation> filtered, String... schemas) {
        return add(new Publication(
                nextOid++,
                Identifier.of(name),
                owner,
                allTables,
                tables.stream().map(Relation::oid).toList(),
                filtered.stream().map(Relation::oid).toList(),
                Arrays.stream(schemas).map(Identifier::of).toList(),
                ""));
    }

    public DefaultAcl defaultAcl(String role, String schema, char objects, String... acl) {
        return add(new DefaultAcl(
                nextOid++,
                Identifier.of(role),
                Optional.of(schema).filter(s -> !s.isEmpty()).map(Identifier::of),
                objects,
                AclTexts.parse(owner, acl).orElse(new Acl(List.of()))));
    }

    /** Gives a relation an ACL, as {@code role=privileges}. */
    public SnapshotBuilder grant(Relation relation, String... acl) {
        add(GrantedRelation.of(relation, AclTexts.parse(owner, acl)));
        return this;
    }

    /** Gives the relation's first column an ACL. */
    public SnapshotBuilder grantOnColumn(Relation relation, String... acl) {
        add(GrantedRelation.onColumn(relation, AclTexts.parse(owner, acl)));
        return this;
    }

    public Extension extension(String name, CatalogObject... members) {
        Extension extension = extensionOf(name, "1.0");
        Stream.of(members).forEach(m -> depends(m, extension, 'e'));
        return extension;
    }

    /** An extension of a version, without members. */
    public Extension extensionOf(String name, String version) {
        return add(new Extension(nextOid++, Identifier.of(name), Identifier.of("public"), version, List.of(), ""));
    }

    public SnapshotBuilder comment(CatalogObject object, String text) {
        comments.add(new Comment(object.id(), 0, text));
        return this;
    }

    public SnapshotBuilder depends(CatalogObject dependent, CatalogObject referenced, char type) {
        dependencies.add(new Dependency(dependent.id(), referenced.id(), type));
        return this;
    }

    public Snapshot build() {
        return snapshot(new ArrayList<>(objects.values()), dependencies);
    }

    /** The same snapshot with everything in another order. */
    public Snapshot shuffled(long seed) {
        List<CatalogObject> others = new ArrayList<>(objects.values());
        List<Dependency> otherDependencies = new ArrayList<>(dependencies);
        Collections.shuffle(others, new Random(seed));
        Collections.shuffle(otherDependencies, new Random(seed));
        return snapshot(others, otherDependencies);
    }

    private Snapshot snapshot(List<CatalogObject> some, List<Dependency> edges) {
        Server server = new Server(
                major * 10_000,
                major + ".0",
                Identifier.of("shop"),
                5,
                currentRole,
                mayCreateSchema,
                true,
                List.of("search_path=\"$user\""),
                databaseOwner,
                systemNames,
                systemNames,
                Optional.of(SearchPath.DEFAULT),
                true,
                false);
        return new Snapshot(server, some, comments, List.of(), List.of(), edges);
    }

    /** Adds an object, in place of the one that has its OID. */
    public <T extends CatalogObject> T add(T object) {
        objects.put(object.id(), object);
        return object;
    }
}
