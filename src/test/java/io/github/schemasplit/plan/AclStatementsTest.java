package io.github.schemasplit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.AclHolder;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.AclState;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** From any list of privileges to any other and back, on a server: each time the list is exactly what it is to be, in its order. */
class AclStatementsTest {
    private static final int TRIALS = 20;
    private static final int COLUMN = 2;
    private static final List<Privilege> OF_COLUMNS =
            List.of(Privilege.INSERT, Privilege.SELECT, Privilege.UPDATE, Privilege.REFERENCES);
    private static final Identifier OWNER = Identifier.of("Own \"er");
    private static final List<Grantee> GRANTEES = List.of(
            Grantee.PUBLIC,
            Grantee.of(OWNER),
            Grantee.of(Identifier.of("it's")),
            Grantee.of(Identifier.of("select")),
            Grantee.of(Identifier.of("größe")),
            Grantee.of(Identifier.of("plain")));

    private final Random random = new Random(1);

    @PostgresTest(takesLong = true)
    void makeOneListAnotherAndThatTheFirstAgain(TestDatabase database) throws SQLException {
        database.execute("""
                DO $$ BEGIN
                    CREATE ROLE "Own ""er"; CREATE ROLE "it's"; CREATE ROLE "select"; CREATE ROLE größe; CREATE ROLE plain;
                EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                CREATE SCHEMA "a b" AUTHORIZATION "Own ""er";
                SET ROLE "Own ""er";
                CREATE TABLE "a b".t (id int, "c d" int);
                CREATE SEQUENCE "a b".s;
                CREATE FUNCTION "a b".f("in" int, text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE DOMAIN "a b".d AS int;
                """);
        Map<AclHolder, String> lists = new LinkedHashMap<>();
        lists.put(
                new AclHolder.OfSchema(0, Identifier.of("a b")),
                "SELECT coalesce(nspacl, acldefault('n', nspowner)) FROM pg_namespace WHERE nspname = 'a b'");
        lists.put(
                object(AclKind.TABLE, Catalog.PG_CLASS, "t", ""),
                "SELECT coalesce(relacl, acldefault('r', relowner)) FROM pg_class WHERE relname = 't' AND relkind = 'r'");
        lists.put(
                object(AclKind.SEQUENCE, Catalog.PG_CLASS, "s", ""),
                "SELECT coalesce(relacl, acldefault('s', relowner)) FROM pg_class WHERE relname = 's' AND relkind = 'S'");
        lists.put(
                object(AclKind.ROUTINE, Catalog.PG_PROC, "f", "\"in\" integer, text"),
                "SELECT coalesce(proacl, acldefault('f', proowner)) FROM pg_proc WHERE proname = 'f' AND pronargs = 2");
        lists.put(
                object(AclKind.TYPE, Catalog.PG_TYPE, "d", ""),
                "SELECT coalesce(typacl, acldefault('T', typowner)) FROM pg_type WHERE typname = 'd'");
        for (AclKind kind : List.of(AclKind.TABLE, AclKind.SEQUENCE, AclKind.ROUTINE, AclKind.TYPE)) {
            lists.put(
                    new AclHolder.OfNewObjects(OWNER, Identifier.of("a b"), kind),
                    "SELECT defaclacl FROM pg_default_acl WHERE defaclobjtype = '" + kind.objectType() + "'");
        }
        int major = database.server().major();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<AclHolder, String> list : lists.entrySet()) {
                AclHolder holder = list.getKey();
                AclState now = AclState.of(
                        holder instanceof AclHolder.OfNewObjects
                                ? List.of()
                                : holder.kind().byDefault(OWNER, major));
                assertHas(statement, list, now, "at first");
                for (int i = 0; i < TRIALS; i++) {
                    AclState next = state(holder, major);
                    AlterPrivileges alter = new AlterPrivileges(holder, OWNER, now, next, "");
                    apply(statement, alter);
                    assertHas(statement, list, next, alter.statement().sql());
                    apply(statement, alter.inverse());
                    assertHas(statement, list, now, alter.inverse().statement().sql());
                    apply(statement, alter);
                    now = next;
                }
            }
        }
    }

    private static void assertHas(Statement statement, Map.Entry<AclHolder, String> list, AclState state, String after)
            throws SQLException {
        boolean sorted = list.getKey() instanceof AclHolder.OfNewObjects;
        assertThat(printed(statement, list.getValue(), sorted))
                .as(after)
                .isEqualTo(printed(statement, array(state.items()), sorted));
        if (list.getKey().kind() == AclKind.TABLE && !sorted) {
            assertThat(printed(statement, "SELECT attacl FROM pg_attribute WHERE attname = 'c d'", false))
                    .as(after)
                    .isEqualTo(printed(statement, array(state.column(COLUMN)), false));
        }
    }

    private static QualifiedName name(String name) {
        return new QualifiedName(Identifier.of("a b"), Identifier.of(name));
    }

    private static AclHolder object(AclKind kind, Catalog catalog, String name, String arguments) {
        return new AclHolder.OfObject(kind, new ObjectId(catalog, 0), name(name), arguments);
    }

    private static void apply(Statement statement, AlterPrivileges alter) throws SQLException {
        statement.execute("BEGIN; " + alter.statement().sql() + "; COMMIT");
    }

    private AclState state(AclHolder holder, int major) {
        return new AclState(
                list(holder.kind().privileges(major)),
                holder.kind() == AclKind.TABLE && holder instanceof AclHolder.OfObject
                        ? List.of(new AclState.OfColumn(COLUMN, Identifier.of("c d"), list(OF_COLUMNS)))
                        : List.of());
    }

    /** Any grantees in any order, each with any privileges, some of them to grant on. */
    private List<AclItem> list(List<Privilege> possible) {
        List<Grantee> grantees = new ArrayList<>(GRANTEES);
        Collections.shuffle(grantees, random);
        List<AclItem> items = new ArrayList<>();
        for (Grantee grantee : grantees.subList(0, random.nextInt(grantees.size() + 1))) {
            Set<Privilege> privileges = some(possible);
            // Nobody may let everybody grant something on, and an owner may anyway.
            boolean others = !grantee.isPublic() && !grantee.equals(Grantee.of(OWNER));
            if (!privileges.isEmpty()) {
                items.add(new AclItem(grantee, privileges, others ? some(privileges) : Set.of(), OWNER));
            }
        }
        return items;
    }

    private Set<Privilege> some(Iterable<Privilege> privileges) {
        Set<Privilege> some = EnumSet.noneOf(Privilege.class);
        for (Privilege privilege : privileges) {
            if (random.nextInt(3) > 0) {
                some.add(privilege);
            }
        }
        return some;
    }

    private static List<String> printed(Statement statement, String query, boolean sorted) throws SQLException {
        List<String> printed = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT i FROM unnest((" + query
                + ")) WITH ORDINALITY AS u(i, n) ORDER BY " + (sorted ? "i::text" : "n"))) {
            while (row.next()) {
                printed.add(row.getString(1));
            }
        }
        return printed;
    }

    /** The server writes them in its own way: it knows fewer names that it need not quote. */
    private static String array(List<AclItem> items) {
        return items.stream()
                .map(item -> Literal.of(item.toString()).sql())
                .collect(Collectors.joining(", ", "ARRAY[", "]::aclitem[]"));
    }
}
