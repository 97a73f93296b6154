package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.AclHolder;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.AclState;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.PolicyCommand;
import io.github.schemasplit.catalog.PolicyDefinition;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.plan.AlterDefaultPrivileges;
import io.github.schemasplit.plan.AlterJob;
import io.github.schemasplit.plan.AlterPolicy;
import io.github.schemasplit.plan.AlterPrivileges;
import io.github.schemasplit.plan.AlterPublication;
import io.github.schemasplit.plan.AlterRoutine;
import io.github.schemasplit.plan.AlterRowSecurity;
import io.github.schemasplit.plan.AlterSearchPath;
import io.github.schemasplit.plan.AlterServedSchemas;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.CommentOnSchema;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.plan.CreatePolicy;
import io.github.schemasplit.plan.CreateRole;
import io.github.schemasplit.plan.CreateSchema;
import io.github.schemasplit.plan.CreateView;
import io.github.schemasplit.plan.DefaultAclObjects;
import io.github.schemasplit.plan.DropPolicy;
import io.github.schemasplit.plan.DropRole;
import io.github.schemasplit.plan.DropSchema;
import io.github.schemasplit.plan.GrantOnSchema;
import io.github.schemasplit.plan.GrantOnView;
import io.github.schemasplit.plan.GrantScope;
import io.github.schemasplit.plan.Movable;
import io.github.schemasplit.plan.Notify;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.ReplaceRoutine;
import io.github.schemasplit.plan.RevokeOnSchema;
import io.github.schemasplit.plan.RevokeOnView;
import io.github.schemasplit.plan.RoleOperation;
import io.github.schemasplit.plan.RowSecurityAction;
import io.github.schemasplit.plan.ViewGrant;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One operation of each kind, a move of each kind of object among them, on a database that has what they are about. */
final class EachOperation {
    static final Identifier TARGET = Identifier.of("target");
    private static final Identifier POSTGRES = Identifier.of("postgres");
    private static final int MAINTAIN = 17;
    private static final SearchPath PATH = path("$user", "public", "target", "a\"b", "select", "größe");
    private static final Identifier SPARE = Identifier.of("spare");

    private EachOperation() {}

    static List<Operation> in(TestDatabase database) {
        database.execute("""
                CREATE SCHEMA target;
                CREATE SCHEMA spare;
                GRANT USAGE ON SCHEMA target TO pg_monitor;
                CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE FUNCTION moved(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE PROCEDURE called(int) LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION told(n int DEFAULT 1) RETURNS int LANGUAGE plpgsql COST 7 AS 'BEGIN RETURN n; END';
                CREATE FUNCTION set(int) RETURNS int LANGUAGE sql SET "test.a" = '1, "2"' SET search_path = public, "x y" SET work_mem = '1MB'
                    AS 'SELECT 1';
                CREATE AGGREGATE summed(int) (SFUNC = int4pl, STYPE = int);
                CREATE TABLE bystander (id int, n int DEFAULT 1);
                CREATE TABLE stood_for (id int, n int);
                CREATE TABLE granted (id int, n int);
                GRANT SELECT (n) ON granted TO pg_monitor;
                CREATE TABLE secured (id int, n int);
                CREATE POLICY kept ON secured FOR SELECT TO pg_monitor USING (id = 1);
                CREATE POLICY gone ON secured AS RESTRICTIVE FOR INSERT WITH CHECK (n = 1);
                COMMENT ON POLICY gone ON secured IS 'it''s to go';
                CREATE SCHEMA walled;
                GRANT USAGE ON SCHEMA walled TO pg_monitor;
                ALTER DEFAULT PRIVILEGES IN SCHEMA walled GRANT SELECT ON TABLES TO pg_monitor;
                CREATE TABLE moved (id int, n int DEFAULT 1);
                CREATE INDEX bystander_n ON bystander (n);
                CREATE INDEX moved_n ON moved (n);
                CREATE TRIGGER fired BEFORE UPDATE ON bystander FOR EACH ROW EXECUTE FUNCTION fire();
                CREATE TRIGGER fired BEFORE UPDATE ON moved FOR EACH ROW EXECUTE FUNCTION fire();
                CREATE POLICY own ON bystander USING (id = 1);
                CREATE POLICY own ON moved USING (id = 1);
                CREATE STATISTICS counted ON id, n FROM bystander;
                CREATE VIEW seen AS SELECT 1 AS one;
                CREATE MATERIALIZED VIEW stored AS SELECT 1 AS one;
                CREATE SEQUENCE numbers;
                CREATE TYPE state AS ENUM ('new');
                CREATE DOMAIN positive AS int CHECK (VALUE > 0);
                CREATE FUNCTION same(int, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
                CREATE OPERATOR |*| (LEFTARG = int, RIGHTARG = text, FUNCTION = same);
                CREATE OPERATOR FAMILY kin USING btree;
                CREATE OPERATOR CLASS ranked FOR TYPE int USING btree FAMILY kin AS
                    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
                CREATE COLLATION sorted (LOCALE = 'C');
                CREATE CONVERSION coded FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
                CREATE TEXT SEARCH CONFIGURATION found (COPY = pg_catalog.simple);
                CREATE TEXT SEARCH DICTIONARY found (TEMPLATE = pg_catalog.simple);
                CREATE TEXT SEARCH PARSER found (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
                CREATE TEXT SEARCH TEMPLATE found (LEXIZE = dsimple_lexize);
                CREATE PUBLICATION told;
                CREATE EXTENSION postgres_fdw;
                CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw;
                CREATE FOREIGN TABLE distant (a int) SERVER far;
                CREATE SCHEMA cron;
                CREATE TABLE cron.job (jobid bigint, command text, database text DEFAULT current_database(), username text DEFAULT current_user);
                INSERT INTO cron.job VALUES (7, 'SELECT 1'), (8, 'SELECT 1');
                CREATE FUNCTION cron.alter_job(job_id bigint, command text) RETURNS void LANGUAGE sql AS
                    'UPDATE cron.job AS j SET command = $2 WHERE j.jobid = $1';
                CREATE FUNCTION altered() RETURNS trigger LANGUAGE plpgsql AS $$
                    DECLARE command text := current_setting('test.command', true);
                    BEGIN
                        IF command <> '' THEN PERFORM set_config('test.command', '', true); EXECUTE command; END IF;
                        RETURN NULL;
                    END $$;
                CREATE TRIGGER altered AFTER UPDATE ON cron.job FOR EACH STATEMENT EXECUTE FUNCTION altered();
                """);
        List<Operation> operations = new ArrayList<>(List.of(
                new CreateSchema(Identifier.of("fresh"), POSTGRES, ""),
                new DropSchema(SPARE, POSTGRES, ""),
                new CommentOnSchema(TARGET, Optional.of("what is here"), Optional.empty(), ""),
                new GrantOnSchema(Privilege.CREATE, TARGET, Grantee.of(Identifier.of("pg_monitor")), ""),
                new RevokeOnSchema(Privilege.USAGE, TARGET, Grantee.of(Identifier.of("pg_monitor")), ""),
                new AlterDefaultPrivileges(
                        true,
                        POSTGRES,
                        TARGET,
                        DefaultAclObjects.TABLES,
                        List.of(Privilege.SELECT),
                        Grantee.of(Identifier.of("pg_monitor")),
                        GrantScope.PRIVILEGE,
                        ""),
                new AlterPublication(true, Identifier.of("told"), QualifiedName.of("public", "bystander"), ""),
                move(database, Movable.FUNCTION, Catalog.PG_PROC, "moved", "integer", "'moved(int)'::regprocedure"),
                move(database, Movable.PROCEDURE, Catalog.PG_PROC, "called", "integer", "'called(int)'::regprocedure"),
                move(database, Movable.AGGREGATE, Catalog.PG_PROC, "summed", "integer", "'summed(int)'::regprocedure"),
                move(
                        database,
                        Movable.STATISTICS,
                        Catalog.PG_STATISTIC_EXT,
                        "counted",
                        "",
                        "(SELECT oid FROM pg_statistic_ext WHERE stxname = 'counted')"),
                move(database, Movable.TYPE, Catalog.PG_TYPE, "state", "", "'state'::regtype"),
                move(database, Movable.DOMAIN, Catalog.PG_TYPE, "positive", "", "'positive'::regtype")));
        operations.add(replacement(database));
        operations.addAll(privileges(database, database.server().major()));
        operations.addAll(policies(ObjectId.relation(oid(database, "'secured'::regclass"))));
        operations.addAll(roles(database));
        // Fires no event trigger; its table has a trigger that does what those do.
        operations.add(new AlterJob(7, Optional.of("nightly"), "SELECT 1", "SELECT '\\', $ss$2$ss$", ""));
        Identifier name = Identifier.of(database.name());
        operations.add(
                new AlterSearchPath(name, Optional.empty(), Optional.empty(), Optional.of(PATH), List.of(TARGET), ""));
        database.execute("ALTER ROLE postgres IN DATABASE " + database.name() + " SET \"test.a\" = '1, \"2\"';"
                + "ALTER ROLE postgres IN DATABASE " + database.name() + " SET search_path = public, \"x y\";"
                + "ALTER ROLE postgres IN DATABASE " + database.name() + " SET pgrst.db_schemas = 'public,\"x y\"'");
        operations.add(new AlterSearchPath(
                name,
                Optional.of(POSTGRES),
                Optional.of(path("public", "x y")),
                Optional.of(PATH),
                List.of(TARGET),
                ""));
        operations.add(new AlterServedSchemas(
                name,
                POSTGRES,
                false,
                Optional.of("public,\"x y\""),
                Optional.of("public,\"x y\", target, it's \\ größe"),
                List.of(TARGET),
                ""));
        operations.add(new Notify(Identifier.of("My \"Channel\""), "it's \\ told", ""));
        operations.add(alteration(database, "told", Optional.empty()));
        operations.add(alteration(database, "set", Optional.of(path("public", "x y"))));
        operations.add(named(database, Movable.OPERATOR, Catalog.PG_OPERATOR, "|*|", "integer, text", "opr"));
        operations.add(named(database, Movable.OPERATOR_CLASS, Catalog.PG_OPCLASS, "ranked", "btree", "opc"));
        operations.add(named(database, Movable.OPERATOR_FAMILY, Catalog.PG_OPFAMILY, "kin", "btree", "opf"));
        operations.add(named(database, Movable.COLLATION, Catalog.PG_COLLATION, "sorted", "", "coll"));
        operations.add(named(database, Movable.CONVERSION, Catalog.PG_CONVERSION, "coded", "", "con"));
        operations.add(named(database, Movable.TEXT_SEARCH_CONFIGURATION, Catalog.PG_TS_CONFIG, "found", "", "cfg"));
        operations.add(named(database, Movable.TEXT_SEARCH_DICTIONARY, Catalog.PG_TS_DICT, "found", "", "dict"));
        operations.add(named(database, Movable.TEXT_SEARCH_PARSER, Catalog.PG_TS_PARSER, "found", "", "prs"));
        operations.add(named(database, Movable.TEXT_SEARCH_TEMPLATE, Catalog.PG_TS_TEMPLATE, "found", "", "tmpl"));
        operations.add(relation(database, Movable.TABLE, "moved"));
        operations.add(relation(database, Movable.FOREIGN_TABLE, "distant"));
        operations.add(relation(database, Movable.VIEW, "seen"));
        operations.add(relation(database, Movable.MATERIALIZED_VIEW, "stored"));
        operations.add(relation(database, Movable.SEQUENCE, "numbers"));
        CreateView created = new CreateView(view(database, "left", "stood_for"), "");
        operations.add(created);
        // Made before anything else is, so that it is there to be dropped.
        CreateView stale = new CreateView(view(database, "stale", "stood_for"), "");
        database.execute(stale.statement().sql());
        operations.add(stale.inverse());
        CreateView open = new CreateView(view(database, "open", "stood_for"), "");
        database.execute(open.statement().sql());
        operations.add(new RevokeOnView(open.view(), ""));
        CreateView closed = new CreateView(view(database, "closed", "stood_for"), "");
        GrantOnView opening = new GrantOnView(closed.view(), "");
        database.execute(closed.statement().sql());
        database.execute(opening.inverse().statement().sql());
        operations.add(opening);
        return operations;
    }

    /** One that is made and one that is dropped; others on the server have other names. */
    private static List<RoleOperation> roles(TestDatabase database) {
        database.execute("CREATE ROLE " + gone(database));
        return List.of(made(database), new DropRole(gone(database), POSTGRES, ""));
    }

    static CreateRole made(TestDatabase database) {
        return new CreateRole(Identifier.of(database.name() + " \"made\""), POSTGRES, "");
    }

    /** A role that is there to be dropped. */
    static Identifier gone(TestDatabase database) {
        return Identifier.of(database.name() + " \"gone\"");
    }

    /** On a table and a column of it, on a schema, and on what will be made in that. */
    private static List<Operation> privileges(TestDatabase database, int major) {
        Identifier walled = Identifier.of("walled");
        AclItem all =
                new AclItem(Grantee.of(POSTGRES), Set.copyOf(AclKind.TABLE.privileges(major)), Set.of(), POSTGRES);
        AclItem schema =
                new AclItem(Grantee.of(POSTGRES), Set.copyOf(AclKind.SCHEMA.privileges(major)), Set.of(), POSTGRES);
        AclItem reads = item(Privilege.SELECT);
        return List.of(
                new AlterPrivileges(
                        new AclHolder.OfObject(
                                AclKind.TABLE,
                                ObjectId.relation(oid(database, "'granted'::regclass")),
                                QualifiedName.of("public", "granted"),
                                ""),
                        POSTGRES,
                        new AclState(
                                List.of(all), List.of(new AclState.OfColumn(2, Identifier.of("n"), List.of(reads)))),
                        new AclState(
                                List.of(all, item(Privilege.INSERT)),
                                List.of(new AclState.OfColumn(1, Identifier.of("id"), List.of(reads)))),
                        ""),
                new AlterPrivileges(
                        new AclHolder.OfSchema(oid(database, "'walled'::regnamespace"), walled),
                        POSTGRES,
                        AclState.of(List.of(schema, item(Privilege.USAGE))),
                        AclState.of(List.of(schema, item(Privilege.CREATE))),
                        ""),
                new AlterPrivileges(
                        new AclHolder.OfNewObjects(POSTGRES, walled, AclKind.TABLE),
                        POSTGRES,
                        AclState.of(List.of(reads)),
                        AclState.of(List.of()),
                        ""));
    }

    /** Of each kind, and on a table that has both flags of row security changed. */
    private static List<Operation> policies(ObjectId table) {
        QualifiedName name = QualifiedName.of("public", "secured");
        PolicyDefinition kept = new PolicyDefinition(
                PolicyCommand.SELECT,
                true,
                List.of(Identifier.of("pg_monitor")),
                Optional.of("(id = 1)"),
                Optional.empty());
        PolicyDefinition gone =
                new PolicyDefinition(PolicyCommand.INSERT, false, List.of(), Optional.empty(), Optional.of("(n = 1)"));
        return List.of(
                new CreatePolicy(table, name, Identifier.of("New \"one\""), kept, Optional.of("what it's for"), ""),
                new AlterPolicy(
                        table,
                        name,
                        Identifier.of("kept"),
                        kept,
                        new PolicyDefinition(
                                PolicyCommand.SELECT, true, List.of(POSTGRES), Optional.of("n = 7"), Optional.empty()),
                        ""),
                new DropPolicy(table, name, Identifier.of("gone"), gone, Optional.of("it's to go"), ""),
                new AlterRowSecurity(table, name, RowSecurityAction.ENABLE, ""),
                new AlterRowSecurity(table, name, RowSecurityAction.FORCE, ""));
    }

    private static AclItem item(Privilege privilege) {
        return new AclItem(Grantee.of(Identifier.of("pg_monitor")), Set.of(privilege), Set.of(), POSTGRES);
    }

    /** The table that the operation is about, as it is called afterwards; another one where it is about none. */
    static String table(Operation operation) {
        return operation instanceof AlterSetSchema move && move.kind() == Movable.TABLE
                ? "target.moved"
                : "public.bystander";
    }

    /** Another body for {@code told}. */
    static ReplaceRoutine replacement(TestDatabase database) {
        return new ReplaceRoutine(
                Movable.FUNCTION,
                new ObjectId(Catalog.PG_PROC, oid(database, "'told'::regproc")),
                QualifiedName.of("public", "told"),
                "integer",
                "CREATE OR REPLACE FUNCTION public.told(n integer DEFAULT 1)\n RETURNS integer LANGUAGE plpgsql COST 7\nAS ",
                List.of(),
                "BEGIN RETURN n; END",
                "BEGIN RETURN n; END -- $body$ \\ 'x' \uD83D\uDE00",
                "");
    }

    /** Another search_path for a function of an integer. */
    static AlterRoutine alteration(TestDatabase database, String name, Optional<SearchPath> from) {
        return new AlterRoutine(
                Movable.FUNCTION,
                new ObjectId(Catalog.PG_PROC, oid(database, "'" + name + "'::regproc")),
                QualifiedName.of("public", name),
                "integer",
                from,
                Optional.of(PATH),
                "");
    }

    static SearchPath path(String... schemas) {
        return new SearchPath(Stream.of(schemas).map(Identifier::of).toList());
    }

    /** A view of a table of two columns under another name, which somebody may read. */
    static CompatibilityView view(TestDatabase database, String name, String table) {
        Grantee monitor = Grantee.of(Identifier.of("pg_monitor"));
        return new CompatibilityView(
                QualifiedName.of("public", name),
                ObjectId.relation(oid(database, "'public." + table + "'::regclass")),
                QualifiedName.of("public", table),
                List.of(Identifier.of("id"), Identifier.of("n")),
                false,
                POSTGRES,
                false,
                List.of(monitor),
                List.of(new ViewGrant(privileges(database), List.of(), Grantee.of(POSTGRES), false)));
    }

    /** What the owner of a table has by default. */
    private static List<Privilege> privileges(TestDatabase database) {
        List<Privilege> privileges = new ArrayList<>(List.of(
                Privilege.INSERT,
                Privilege.SELECT,
                Privilege.UPDATE,
                Privilege.DELETE,
                Privilege.TRUNCATE,
                Privilege.REFERENCES,
                Privilege.TRIGGER));
        if (database.server().major() >= MAINTAIN) {
            privileges.add(Privilege.MAINTAIN);
        }
        return privileges;
    }

    private static long oid(TestDatabase database, String expression) {
        return Long.parseLong(database.query("SELECT " + expression + "::oid").get(0));
    }

    private static Operation relation(TestDatabase database, Movable kind, String name) {
        return move(database, kind, Catalog.PG_CLASS, name, "", "'" + name + "'::regclass");
    }

    private static Operation named(
            TestDatabase database, Movable kind, Catalog catalog, String name, String arguments, String prefix) {
        String table = catalog.name().toLowerCase(Locale.ROOT);
        return move(
                database,
                kind,
                catalog,
                name,
                arguments,
                "(SELECT oid FROM %s WHERE %sname = '%s' AND %2$snamespace = 'public'::regnamespace)"
                        .formatted(table, prefix, name));
    }

    private static Operation move(
            TestDatabase database, Movable kind, Catalog catalog, String name, String arguments, String oid) {
        ObjectId object = new ObjectId(catalog, oid(database, oid));
        return new AlterSetSchema(kind, object, QualifiedName.of("public", name), arguments, TARGET, "");
    }
}
