package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Comment;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.Extension;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.PolicyCommand;
import io.github.schemasplit.catalog.Publication;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

class CatalogReaderTest {
    @PostgresTest
    void readsTablesWithTheirColumnsAndForeignKeys(TestDatabase database) {
        Specimen.load(database);
        Snapshot snapshot = Specimen.read(database);
        Relation items = relation(snapshot, "Order Items");
        assertThat(items.columns().stream().map(c -> c.name().value()))
                .containsExactly(
                        "id", "customer", "a\"b", "Größe", "n", "twice", "serial_n", "note", "state", "amount");
        assertThat(items.rowSecurity()).isTrue();
        assertThat(items.rowSecurityForced()).isFalse();
        Policy policy = snapshot.all(Policy.class).stream()
                .filter(p -> p.name().equals(Identifier.of("own %")))
                .findFirst()
                .orElseThrow();
        assertThat(policy.command()).isEqualTo(PolicyCommand.SELECT);
        assertThat(policy.permissive()).isTrue();
        assertThat(policy.roles()).containsExactly(0L);
        Constraint key = snapshot.all(Constraint.class).stream()
                .filter(Constraint::isForeignKey)
                .findFirst()
                .orElseThrow();
        assertThat(key.relation()).isEqualTo(items.oid());
        assertThat(key.columns()).containsExactly(2);
        assertThat(key.referencedRelation())
                .hasValue(relation(snapshot, "customers").oid());
        assertThat(key.referencedColumns()).containsExactly(1);
        assertThat(key.inherited()).isFalse();
        assertThat(relation(snapshot, "part1").parents())
                .containsExactly(relation(snapshot, "parted").oid());
        assertThat(relation(snapshot, "part1").partition()).isTrue();
        assertThat(relation(snapshot, "a".repeat(63)).columns().get(0).name()).isEqualTo(Identifier.of("back\\slash"));
    }

    @PostgresTest
    void readsNoObjectOfTheServersOwnSchemas(TestDatabase database) {
        Specimen.load(database);
        database.execute("ALTER DATABASE " + database.name() + " SET work_mem = '3MB'");
        Snapshot snapshot = Specimen.read(database);
        assertThat(snapshot.all(Schema.class).stream().map(s -> s.name().value()))
                .containsExactly(Specimen.SCHEMA, "public", "select");
        assertThat(snapshot.relations())
                .allSatisfy(r -> assertThat(r.name().schema()).isEqualTo(Identifier.of(Specimen.SCHEMA)));
        assertThat(snapshot.server().databaseSettings()).containsExactly("work_mem=3MB");
        assertThat(snapshot.server().mayCreateSchema()).isTrue();
        assertThat(snapshot.server().major()).isEqualTo(database.server().major());
    }

    @PostgresTest
    void readsRoutinesWithQualifiedArgumentTypes(TestDatabase database) {
        database.execute("""
                CREATE SCHEMA "a b"; CREATE TYPE "a b"."T" AS ENUM ('x');
                CREATE FUNCTION public.f(x "a b"."T", OUT y int, VARIADIC z uuid[]) LANGUAGE sql AS 'SELECT 1';
                CREATE AGGREGATE public.g(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
                """);
        Snapshot snapshot = Specimen.read(database);
        assertThat(snapshot.all(Routine.class).stream().map(Routine::identityArguments))
                .containsExactly("\"a b\".\"T\", uuid[]", "*");
    }

    @PostgresTest
    void readsDependenciesWithPartsStandingForTheirWholes(TestDatabase database) {
        Specimen.load(database);
        Snapshot snapshot = Specimen.read(database);
        assertThat(edges(snapshot))
                .contains(
                        "reading -> Order Items n",
                        "reading2 -> reading n",
                        "stored -> Order Items n",
                        "Order Items -> lone n",
                        "Order Items -> f n",
                        "by_expression -> f n",
                        "Order Items -> customers n",
                        "Order Items_serial_n_seq -> Order Items a",
                        "Order Items_id_seq -> Order Items i",
                        "touched -> touch n",
                        "own % -> f n")
                .doesNotContain("Order Items -> Order Items n", "Order Items -> Order Items a");
        Routine member = snapshot.all(Routine.class).stream()
                .filter(r -> r.name().name().value().equals("postgres_fdw_handler"))
                .findFirst()
                .orElseThrow();
        assertThat(snapshot.isExtensionMember(member.id())).isTrue();
        assertThat(snapshot.isExtensionMember(relation(snapshot, "customers").id()))
                .isFalse();
        assertThat(snapshot.all(Extension.class).stream().map(e -> e.name().value()))
                .containsExactly("plpgsql", "postgres_fdw");
    }

    @PostgresTest
    void readsCommentsOfObjectsColumnsAndSchemas(TestDatabase database) {
        Specimen.load(database);
        Snapshot snapshot = Specimen.read(database);
        ObjectId customers = relation(snapshot, "customers").id();
        assertThat(snapshot.comments())
                .contains(new Comment(customers, 0, "who buys"), new Comment(customers, 2, "how they are called"));
        assertThat(snapshot.schema(Identifier.of("public")).flatMap(s -> snapshot.comment(s.id())))
                .hasValue("standard public schema");
    }

    @PostgresTest
    void readsTriggersOfUsersAndThoseOnPartitionsButNoneOfConstraints(TestDatabase database) {
        Specimen.load(database);
        assertThat(Specimen.read(database).all(Trigger.class).stream()
                        .map(t -> t.name().value()))
                .containsExactly("checked", "parted_t", "parted_t", "touched");
    }

    @PostgresTest
    void tellsNoAclFromAnEmptyOne(TestDatabase database) {
        database.execute("CREATE TABLE a (x int); CREATE TABLE b (x int); REVOKE ALL ON b FROM postgres");
        Snapshot snapshot = Specimen.read(database);
        assertThat(snapshot.relation(QualifiedName.of("public", "a"))
                        .orElseThrow()
                        .acl())
                .isEmpty();
        assertThat(snapshot.relation(QualifiedName.of("public", "b"))
                        .orElseThrow()
                        .acl())
                .hasValue(new Acl(List.of()));
    }

    @PostgresTest
    void readsRolesWithMembershipsAndSettingsOfThisDatabase(TestDatabase database) {
        database.execute("""
                CREATE ROLE "jdbc group"; CREATE ROLE jdbc_member LOGIN NOINHERIT IN ROLE "jdbc group";
                ALTER ROLE jdbc_member SET search_path = 'a b', c; ALTER ROLE jdbc_member IN DATABASE postgres SET jit = off;
                """);
        database.execute("ALTER ROLE jdbc_member IN DATABASE " + database.name() + " SET work_mem = '4MB'");
        try {
            Role member =
                    Specimen.read(database).role(Identifier.of("jdbc_member")).orElseThrow();
            assertThat(member.memberOf()).containsExactly(new Role.Membership(Identifier.of("jdbc group"), false));
            assertThat(member.settings()).containsExactly("search_path=\"a b\", c", "work_mem=4MB");
            assertThat(member.canLogin()).isTrue();
            assertThat(member.superuser()).isFalse();
        } finally {
            database.execute("DROP ROLE jdbc_member; DROP ROLE \"jdbc group\"");
        }
    }

    @PostgresTest
    void readsTheMembersOfPublications(TestDatabase database) {
        Specimen.load(database);
        boolean schemas = database.server().major() >= 15;
        if (schemas) {
            database.execute("CREATE PUBLICATION whole FOR TABLES IN SCHEMA \"select\"");
        }
        List<Publication> publications = Specimen.read(database).all(Publication.class);
        assertThat(publications.get(0).allTables()).isTrue();
        assertThat(publications.get(1).tables())
                .containsExactly(relation(Specimen.read(database), "customers").oid());
        assertThat(publications.stream().flatMap(p -> p.schemas().stream()))
                .containsExactlyElementsOf(schemas ? List.of(Identifier.of("select")) : List.of());
    }

    @PostgresTest
    void knowsRowTypesAndArrayTypes(TestDatabase database) {
        database.execute("CREATE TABLE t (a int)");
        Snapshot snapshot = Specimen.read(database);
        List<Type> types = snapshot.all(Type.class);
        long table = snapshot.relations().get(0).oid();
        assertThat(types.stream().map(t -> t.name().name().value())).containsExactly("_t", "t");
        assertThat(types.get(0).arrayOf()).isEqualTo(types.get(1).oid());
        assertThat(types.get(1).relation()).isEqualTo(table);
    }

    @PostgresTest
    void estimatesRowsAndSizeFromTheLastAnalyze(TestDatabase database) {
        database.execute("CREATE TABLE never (a int); CREATE TABLE t AS SELECT generate_series(1, 5000) AS a");
        database.execute("ANALYZE t");
        Snapshot snapshot = Specimen.read(database);
        Relation never = snapshot.relation(QualifiedName.of("public", "never")).orElseThrow();
        Relation table = snapshot.relation(QualifiedName.of("public", "t")).orElseThrow();
        assertThat(never.rowEstimate()).isNegative();
        assertThat(table.rowEstimate()).isEqualTo(5000);
        assertThat(table.bytes()).isBetween(100_000L, 300_000L);
    }

    @PostgresTest
    void takesAtMostTwentyStatements(TestDatabase database) throws SQLException, IOException {
        Specimen.load(database);
        try (MessageCounter counter = new MessageCounter(database.server().port());
                Connection connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + counter.port()
                        + "/" + database.name() + "?user=postgres&sslmode=disable&gssEncMode=disable")) {
            counter.statements();
            new CatalogReader().readInOwnTransaction(connection);
            assertThat(counter.statements()).isEqualTo(20);
        }
    }

    @PostgresTest
    void readsTheSameAsAPlainUserUnderHostileSettings(TestDatabase database) throws SQLException {
        Specimen.load(database);
        database.execute("""
                CREATE ROLE jdbc_plain LOGIN;
                CREATE SCHEMA evil; GRANT USAGE ON SCHEMA evil TO PUBLIC;
                CREATE FUNCTION evil.eq(name, name) RETURNS bool LANGUAGE plpgsql AS 'BEGIN RAISE ''trapped''; END';
                CREATE OPERATOR evil.= (FUNCTION = evil.eq, LEFTARG = name, RIGHTARG = name);
                CREATE TABLE evil.pg_class (oid oid); CREATE FUNCTION evil.current_setting(text) RETURNS text
                    LANGUAGE plpgsql AS 'BEGIN RAISE ''trapped''; END';
                """);
        try {
            Stream.of(
                            "search_path = evil, pg_catalog",
                            "row_security = off",
                            "quote_all_identifiers = on",
                            "lock_timeout = '1ms'",
                            "idle_in_transaction_session_timeout = '1ms'",
                            "default_transaction_isolation = serializable",
                            "default_transaction_deferrable = on",
                            "standard_conforming_strings = off",
                            "bytea_output = escape",
                            "enable_hashjoin = off",
                            "work_mem = '64kB'",
                            "statement_timeout = '250ms'")
                    .forEach(s -> database.execute("ALTER ROLE jdbc_plain SET " + s));
            try (Connection connection =
                            DriverManager.getConnection(database.url().replace("user=postgres", "user=jdbc_plain"));
                    Connection locking = database.connect();
                    Statement lock = locking.createStatement()) {
                locking.setAutoCommit(false);
                lock.execute("LOCK TABLE pg_catalog.pg_default_acl IN ACCESS EXCLUSIVE MODE");
                CompletableFuture<Void> release = CompletableFuture.runAsync(
                        () -> rollBack(locking), CompletableFuture.delayedExecutor(800, TimeUnit.MILLISECONDS));
                Snapshot plain = new CatalogReader().readInOwnTransaction(connection);
                release.join();
                assertThat(plain.objects().map(CatalogReaderTest::text).toList())
                        .isEqualTo(Specimen.read(database)
                                .objects()
                                .map(CatalogReaderTest::text)
                                .toList());
                assertThat(plain.server().currentRole()).isEqualTo(Identifier.of("jdbc_plain"));
                assertThat(plain.server().mayCreateSchema()).isFalse();
                assertThat(connection.getAutoCommit()).isTrue();
            }
        } finally {
            database.execute("DROP ROLE jdbc_plain");
        }
    }

    /** Whose settings the reader may change is the reader's. */
    private static String text(CatalogObject object) {
        return object instanceof Role role ? role.state() + role.settingsHere() : object.toString();
    }

    @PostgresTest
    void refusesAConnectionThatIsInATransaction(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> new CatalogReader().readInOwnTransaction(connection))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @PostgresTest
    void tellsWhyTheSessionWasLost(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> new CatalogReader().inOwnTransaction(connection, snapshot -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("SELECT pg_terminate_backend(pg_backend_pid())");
                        }
                        return snapshot;
                    }))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("57P01");
        }
    }

    /** The server prints a routine as it is now, and shows its body as the transaction sees it. */
    @PostgresTest
    void doesNotPutTogetherWhatIsOfTwoMoments(TestDatabase database) throws SQLException {
        database.execute("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String ddl : List.of(
                    "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT  1'",
                    "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2'",
                    "DROP FUNCTION f()")) {
                statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM pg_proc LIMIT 1");
                database.execute(ddl);
                assertThatThrownBy(() -> new CatalogReader().read(connection))
                        .isInstanceOf(CatalogChangedException.class);
                statement.execute("ROLLBACK");
            }
        }
    }

    @PostgresTest
    void readsAgainWhenOthersReplaceARoutineMeanwhile(TestDatabase database) throws SQLException {
        database.execute("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 0'");
        try (Connection connection = database.connect()) {
            for (int i = 1; i <= 60; i++) {
                String ddl = "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT " + "1".repeat(i % 9)
                        + "0'";
                CompletableFuture<Void> replaced = CompletableFuture.runAsync(
                        () -> database.execute(ddl), CompletableFuture.delayedExecutor(i, TimeUnit.MILLISECONDS));
                assertThat(new CatalogReader().readInOwnTransaction(connection).all(Routine.class))
                        .filteredOn(routine -> routine.name().equals(QualifiedName.of("public", "f")))
                        .singleElement()
                        .satisfies(f -> assertThat(f.definition().orElseThrow()).endsWith("AS "));
                replaced.join();
            }
        }
    }

    @PostgresTest
    void seesWhatTheCallersTransactionDid(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL statement_timeout = '77s'; CREATE TABLE mine (a int)");
            assertThat(new CatalogReader().read(connection).relation(QualifiedName.of("public", "mine")))
                    .isPresent();
            try (var rows = statement.executeQuery("SHOW statement_timeout")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("77s");
            }
            connection.rollback();
        }
        assertThat(Specimen.read(database).relations()).isEmpty();
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Relation relation(Snapshot snapshot, String name) {
        return snapshot.relation(QualifiedName.of(Specimen.SCHEMA, name)).orElseThrow();
    }

    private static List<String> edges(Snapshot snapshot) {
        return snapshot.dependencies().stream()
                .map(d -> name(snapshot, d.dependent()) + " -> " + name(snapshot, d.referenced()) + " " + d.type())
                .toList();
    }

    private static String name(Snapshot snapshot, ObjectId id) {
        CatalogObject object = snapshot.find(id).orElseThrow();
        String described = object.describe().replaceFirst("\\(.*", "");
        String bare = described.replace("\"", "");
        return id.catalog() == Catalog.PG_TRIGGER || id.catalog() == Catalog.PG_POLICY
                ? bare.replaceFirst("^\\w+ ", "")
                : bare.replaceFirst(".*\\.", "");
    }
}
