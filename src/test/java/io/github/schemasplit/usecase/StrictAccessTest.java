package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The sample application's database, where the mapping is all that is granted in the schemas of which it says so. */
class StrictAccessTest {
    private static final String ACCESS = """
            schemas:
              ecommerce:
                tables: [orders]
                access:
                  strict: true
                  usage: [authenticated, service_role]
                  create: [data_steward]
                  tables: { authenticated: [select, insert], service_role: [all], public: [references] }
                  sequences: { service_role: [usage, select] }
                  routines: { authenticated: [execute] }
                  types: { public: [usage] }
                  defaults: { tables: { authenticated: [select], service_role: [all] }, sequences: { service_role: [all] } }
                policies:
                  - { table: products, name: "Only what is sold", as: restrictive, for: update, to: [authenticated], using: "true", check: price > 0 }
                rowSecurity: { enable: [products], force: [orders] }
              saas_platform: { tables: [users], access: { preset: owner-only } }
              banking_services: { tables: [beneficiaries], access: { preset: supabase, strict: true } }
              ai_services: { tables: [topics], access: { usage: [reporting], tables: { reporting: [select, maintain] } } }
            """;

    /** Who holds what in a schema on how many of how many, by the catalog's own functions; what owners hold on their own apart. */
    private static final String HELD = """
            WITH list AS (
              SELECT n.oid AS schema, 'schema' AS kind, n.nspowner AS owner, coalesce(n.nspacl, acldefault('n', n.nspowner)) AS acl FROM pg_namespace n
              UNION ALL
              SELECT c.relnamespace, CASE c.relkind WHEN 'S' THEN 'sequences' ELSE 'tables' END, c.relowner,
                     coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))
                FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
              UNION ALL
              SELECT c.relnamespace, 'columns', c.relowner, t.attacl FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid
               WHERE t.attacl IS NOT NULL
              UNION ALL
              SELECT p.pronamespace, 'routines', p.proowner, coalesce(p.proacl, acldefault('f', p.proowner)) FROM pg_proc p
              UNION ALL
              SELECT d.defaclnamespace, 'new ' || d.defaclobjtype::text, d.defaclrole, d.defaclacl FROM pg_default_acl d)
            SELECT l.kind || ' ' || CASE a.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(a.grantee)::text END
                   || ' ' || a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END || ' '
                   || CASE count(*) WHEN (SELECT count(*) FROM list o WHERE o.schema = l.schema AND o.kind = l.kind) THEN 'on all'
                      ELSE 'on ' || count(*) END
              FROM list l CROSS JOIN LATERAL aclexplode(l.acl) AS a
             WHERE l.schema = '%s'::regnamespace AND a.privilege_type <> 'MAINTAIN' AND a.grantee <> l.owner
             GROUP BY l.schema, l.kind, a.grantee, a.privilege_type, a.is_grantable ORDER BY 1""";

    @TempDir
    private Path output;

    @PostgresTest
    void privilegesAreThoseOfTheMappingAndARollbackLeavesTheDumpAsItWas(@Sample TestDatabase database) {
        Optional<ClientProgram> dump = ClientProgram.dumpIfThereIs(database.server());
        Optional<String> start = dump.map(d -> d.schemaDump(database, Goals.JOURNAL));
        Goals goals = Goals.on(database, output);
        ObjectStates states = goals.states();
        ParsedMapping mapping = SampleDatabase.withAccess(SampleDatabase.wholeMapping(database), ACCESS);
        Migrate.Result migration = goals.migrate(mapping);
        assertThat(migration.batches()).hasSize(2);
        assertThat(goals.migrate(mapping).batches()).isEmpty();
        assertThat(goals.verify(mapping, Expectation.MIGRATED).findings()).isEmpty();
        assertThat(database.query(HELD.formatted("ecommerce")))
                .containsExactlyElementsOf(lines(
                        "new S service_role: SELECT UPDATE USAGE",
                        "new r authenticated: SELECT",
                        "new r service_role: DELETE INSERT REFERENCES SELECT TRIGGER TRUNCATE UPDATE",
                        "schema app_owner: USAGE",
                        "schema authenticated: USAGE",
                        "schema data_steward: CREATE",
                        "schema service_role: USAGE",
                        "sequences service_role: SELECT USAGE",
                        "tables authenticated: INSERT SELECT",
                        "tables public: REFERENCES",
                        "tables service_role: DELETE INSERT REFERENCES SELECT TRIGGER TRUNCATE UPDATE"));
        assertThat(database.query(
                        "SELECT polname, polrelid::regclass, polcmd, polpermissive, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)"
                                + " FROM pg_policy WHERE polname ~ ' can view their |Only what is sold' ORDER BY 1"))
                .containsExactly(
                        "Banking users can view their beneficiaries|banking_services.beneficiaries|r|t|(user_id = auth.uid())|null",
                        "E-commerce users can view their orders|ecommerce.orders|r|t|(user_id = auth.uid())|null",
                        "Only what is sold|ecommerce.products|w|f|true|((price)::numeric > (0)::numeric)",
                        "SaaS users can view their profiles|saas_platform.profiles|r|t|(user_id = auth.uid())|null");
        assertThat(database.query("SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class"
                        + " WHERE oid IN ('ecommerce.orders'::regclass, 'ecommerce.products'::regclass) ORDER BY 1"))
                .containsExactly("orders|t|t", "products|t|f");
        assertThat(database.query(HELD.formatted("saas_platform"))).containsExactly("schema app_owner USAGE on all");
        assertThat(database.query(HELD.formatted("ai_services")))
                .contains("tables reporting SELECT on all", "schema anon USAGE on all");
        goals.rollback();
        assertThat(goals.states()).isEqualTo(states);
        assertThat(goals.verify(mapping, Expectation.ORIGINAL).findings()).isEmpty();
        dump.ifPresent(d -> assertThat(d.schemaDump(database, Goals.JOURNAL)).isEqualTo(start.orElseThrow()));
    }

    /** Each privilege of a line on a line of its own. */
    private static List<String> lines(String... held) {
        return Stream.of(held)
                .flatMap(line -> Stream.of(line.split(": ")[1].split(" "))
                        .map(privilege -> line.split(":")[0] + " " + privilege + " on all"))
                .toList();
    }
}
