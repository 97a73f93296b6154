package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.PolicyCommand;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Weak points of access that were there before any move, in a database that has each of them beside what only looks like it. */
class AccessFindingsTest {
    private static final Set<FindingCode> CODES = EnumSet.of(
            FindingCode.TABLE_WITHOUT_ROW_SECURITY,
            FindingCode.API_GAINS_TABLES,
            FindingCode.POLICY_ROLE_LACKS_USAGE,
            FindingCode.DEFINER_WITHOUT_SEARCH_PATH,
            FindingCode.VIEW_BYPASSES_ROW_SECURITY,
            FindingCode.POLICY_COLUMN_WITHOUT_INDEX,
            FindingCode.PUBLIC_HOLDS_PRIVILEGES,
            FindingCode.PUBLIC_MAY_CREATE);

    /** Roles belong to the server, where others' databases may have them too. */
    private static final String ROLES = """
            DO $$
            DECLARE role text;
            BEGIN
              FOREACH role IN ARRAY '{af_gate,"af Guest",af_service,af_owner,af_lost,af_group}'::text[] LOOP
                BEGIN EXECUTE format('CREATE ROLE %I', role); EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END;
              END LOOP;
              ALTER ROLE af_service BYPASSRLS;
              GRANT "af Guest", af_service TO af_gate;
              GRANT af_group TO "af Guest";
              EXECUTE format('ALTER ROLE af_gate IN DATABASE %I SET pgrst.db_schemas = %L', current_database(), 'api, The "Shop"');
            END
            $$;
            """;

    private static final String TABLES = """
            CREATE SCHEMA api;
            GRANT USAGE ON SCHEMA api TO "af Guest", af_service;
            CREATE TABLE api.open (id int);
            GRANT INSERT (id) ON api.open TO "af Guest";
            CREATE TABLE "My ""Order"" t" (id int);
            GRANT SELECT ON "My ""Order"" t" TO "af Guest", af_service;
            CREATE TABLE moved (id int);
            CREATE VIEW api.moved AS SELECT id FROM moved;
            COMMENT ON VIEW api.moved IS 'Compatibility view of schema-maven-plugin: it stands for public.moved.';
            GRANT SELECT ON moved TO "af Guest";
            -- Not exposed: secured, for the service alone, by nobody, in a schema that is not served, out of reach there.
            CREATE TABLE api.secured (id int);
            ALTER TABLE api.secured ENABLE ROW LEVEL SECURITY;
            CREATE TABLE api.serviced (id int);
            GRANT ALL ON api.secured, api.serviced TO af_service;
            CREATE TABLE api.untouched (id int);
            CREATE TABLE stays (id int);
            GRANT SELECT ON api.secured, stays TO "af Guest";

            CREATE TABLE secured (id int PRIMARY KEY, user_id uuid, tenant int, status text, done bool, group_id int);
            CREATE INDEX ON secured (tenant, status);
            CREATE INDEX ON secured (id, user_id);
            CREATE TABLE groups (id int PRIMARY KEY, name text);
            ALTER TABLE secured ENABLE ROW LEVEL SECURITY;
            GRANT SELECT ON secured TO "af Guest";
            CREATE POLICY "My ""Own"" rows" ON secured TO af_lost USING (user_id = '00000000-0000-0000-0000-000000000000' AND tenant = 1 AND done)
                WITH CHECK (status = 'new');
            CREATE POLICY grouped ON secured FOR SELECT TO af_group, "af Guest", af_service
                USING (EXISTS (SELECT FROM groups AS g WHERE g.id = group_id AND g.name = 'all'));
            CREATE POLICY everybody ON secured FOR INSERT WITH CHECK (status = 'new');
            """;

    private static final String ROUTINES = """
            CREATE FUNCTION "An ""Open"" door"(text) RETURNS bigint SECURITY DEFINER LANGUAGE sql AS 'SELECT count(*) FROM stays';
            CREATE FUNCTION fixed() RETURNS bigint SECURITY DEFINER SET search_path = '' LANGUAGE sql AS 'SELECT count(*) FROM public.stays';
            CREATE FUNCTION invoker() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM stays';
            CREATE FUNCTION fired() RETURNS trigger SECURITY DEFINER SET search_path = '' LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER t BEFORE INSERT ON stays FOR EACH ROW EXECUTE FUNCTION fired();
            CREATE FUNCTION taken() RETURNS int SECURITY DEFINER SET search_path = '' LANGUAGE sql AS 'SELECT 1';
            REVOKE EXECUTE ON FUNCTION taken() FROM PUBLIC;
            """;

    private static final String VIEWS = """
            CREATE VIEW "All ""The"" rows" AS SELECT id FROM secured;
            CREATE VIEW through AS SELECT id FROM "All ""The"" rows";
            CREATE MATERIALIZED VIEW kept AS SELECT id FROM secured;
            CREATE TABLE owned (id int);
            CREATE VIEW by_owner AS SELECT id FROM owned;
            -- Nothing is bypassed: no readers, readers whom row security does not bind, no row security, a forced one.
            CREATE VIEW unread AS SELECT id FROM secured;
            CREATE VIEW serviced AS SELECT id FROM secured;
            CREATE VIEW unsecured AS SELECT id FROM stays;
            CREATE TABLE forced (id int);
            CREATE VIEW by_bound_owner AS SELECT id FROM forced;
            ALTER TABLE owned ENABLE ROW LEVEL SECURITY;
            ALTER TABLE forced ENABLE ROW LEVEL SECURITY;
            ALTER TABLE forced FORCE ROW LEVEL SECURITY;
            ALTER TABLE owned OWNER TO af_owner; ALTER VIEW by_owner OWNER TO af_owner;
            ALTER TABLE forced OWNER TO af_owner; ALTER VIEW by_bound_owner OWNER TO af_owner;
            GRANT SELECT ON "All ""The"" rows", through, kept, by_owner, unsecured, by_bound_owner TO "af Guest";
            GRANT SELECT ON serviced TO af_service;
            """;

    private static final String EVERYBODY = """
            CREATE TABLE everybodys (id serial);
            GRANT SELECT (id) ON everybodys TO PUBLIC;
            GRANT USAGE ON SEQUENCE everybodys_id_seq TO PUBLIC;
            GRANT CREATE ON SCHEMA public TO PUBLIC;
            CREATE SCHEMA back;
            """;

    @PostgresTest
    void eachWeaknessIsFoundAndItsRemedyMendsIt(TestDatabase database) throws Exception {
        database.execute(ROLES + TABLES + ROUTINES + VIEWS + EVERYBODY);
        Findings found = findings(database);
        assertThat(said(found))
                .containsExactlyInAnyOrder(
                        "WARNING TABLE_WITHOUT_ROW_SECURITY schema api",
                        "WARNING API_GAINS_TABLES schema \"The \"\"Shop\"\"\"",
                        "WARNING POLICY_ROLE_LACKS_USAGE role af_lost",
                        "WARNING DEFINER_WITHOUT_SEARCH_PATH schema public",
                        "WARNING VIEW_BYPASSES_ROW_SECURITY schema public",
                        "INFO POLICY_COLUMN_WITHOUT_INDEX schema public",
                        "WARNING PUBLIC_HOLDS_PRIVILEGES PUBLIC",
                        "WARNING PUBLIC_HOLDS_PRIVILEGES PUBLIC",
                        "WARNING PUBLIC_MAY_CREATE schema public");
        assertThat(messages(found, FindingCode.TABLE_WITHOUT_ROW_SECURITY))
                .contains(
                        "2 tables whose names or old names are in it (table api.open, table public.moved)",
                        "serves that schema to \"af Guest\",");
        assertThat(messages(found, FindingCode.API_GAINS_TABLES))
                .contains(
                        "1 table that goes there (table public.\"My \"\"Order\"\" t\")",
                        "serves that schema to \"af Guest\",");
        assertThat(messages(found, FindingCode.POLICY_ROLE_LACKS_USAGE))
                .contains("policy \"My \"\"Own\"\" rows\" on table public.secured", "on schema \"The \"\"Shop\"\"\"");
        assertThat(messages(found, FindingCode.DEFINER_WITHOUT_SEARCH_PATH))
                .contains("1 SECURITY DEFINER routine in it (routine public.\"An \"\"Open\"\" door\"(text))");
        assertThat(messages(found, FindingCode.VIEW_BYPASSES_ROW_SECURITY))
                .contains(
                        "4 views in it (view public.\"All \"\"The\"\" rows\", view public.by_owner, materialized view public.kept and 1 more)")
                .contains(
                        "(table public.owned, table public.secured)",
                        "so that \"af Guest\" can see all that they show");
        assertThat(messages(found, FindingCode.POLICY_COLUMN_WITHOUT_INDEX))
                .contains("(user_id of table public.secured, group_id of table public.secured)");
        assertThat(messages(found, FindingCode.PUBLIC_HOLDS_PRIVILEGES))
                .contains(
                        "2 relations that the mapping names (sequence public.everybodys_id_seq, table public.everybodys)")
                .contains("1 SECURITY DEFINER routine that the mapping names (routine public.fixed())");
        for (Finding finding : found.all()) {
            if (CODES.contains(finding.code())) {
                statements(finding).forEach(database::execute);
            }
        }
        assertThat(said(findings(database))).isEmpty();
    }

    @PostgresTest
    void aPolicyIsReadWithItsRolesItsCommandAndTheColumnsOfItsUsing(TestDatabase database) throws Exception {
        database.execute(ROLES + TABLES);
        Snapshot roles = snapshot(database);
        List<Policy> policies = roles.all(Policy.class);
        assertThat(policies)
                .extracting(p -> p.name().value())
                .containsExactly("My \"Own\" rows", "everybody", "grouped");
        assertThat(policies)
                .extracting(Policy::command)
                .containsExactly(PolicyCommand.ALL, PolicyCommand.INSERT, PolicyCommand.SELECT);
        assertThat(policies).extracting(Policy::columns).containsExactly(List.of(2, 3, 5), List.of(), List.of(6));
        assertThat(policies)
                .extracting(p -> p.roles().stream()
                        .flatMap(oid -> roles.find(new ObjectId(Catalog.PG_AUTHID, oid)).stream())
                        .map(role -> ((Role) role).name())
                        .sorted()
                        .toList()
                        .toString())
                .containsExactly("[af_lost]", "[]", "[\"af Guest\", af_group, af_service]");
    }

    private static Findings findings(TestDatabase database) throws SQLException {
        MappingBuilder mapping = new MappingBuilder()
                .tables("The \"Shop\"", "My \"Order\" t", "secured")
                .tables("back", "everybodys")
                .routines("back", "fixed", "fired", "taken", "invoker");
        return Findings.of(Assigner.assign(snapshot(database), mapping.build()));
    }

    private static Snapshot snapshot(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new CatalogReader().readInOwnTransaction(connection);
        }
    }

    private static List<String> said(Findings findings) {
        return findings.all().stream()
                .filter(f -> CODES.contains(f.code()))
                .map(f -> f.severity() + " " + f.code() + " " + f.subject())
                .toList();
    }

    private static String messages(Findings findings, FindingCode code) {
        return findings.all().stream()
                .filter(f -> f.code() == code)
                .map(Finding::message)
                .toList()
                .toString();
    }

    private static List<String> statements(Finding finding) {
        return Pattern.compile("(?:ALTER|CREATE|GRANT|REVOKE) [^;]*;")
                .matcher(finding.remedy())
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
