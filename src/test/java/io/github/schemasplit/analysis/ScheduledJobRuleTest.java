package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.DebianServer;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mostly with a table of the shape of pg_cron's, and a function that changes a job as pg_cron's does. */
class ScheduledJobRuleTest {
    private static final String CRON = """
            CREATE TABLE "Order Items" (id int); CREATE TABLE b (id int);
            CREATE SCHEMA cron;
            CREATE TABLE cron.job (jobid bigserial, schedule text, command text, nodename text, nodeport int,
                database text DEFAULT current_database(), username text DEFAULT current_user, active bool DEFAULT true, jobname text);
            CREATE FUNCTION cron.alter_job(job_id bigint, schedule text DEFAULT NULL, command text DEFAULT NULL) RETURNS void
                LANGUAGE sql AS 'UPDATE cron.job AS j SET command = $3 WHERE j.jobid = $1';
            """;
    private final MappingBuilder mapping = new MappingBuilder().tables("It's \\ a Shop", "Order Items");

    @PostgresTest
    void aCommandIsMendedByTheStatementOfItsFinding(TestDatabase database) throws SQLException {
        database.execute(CRON + """
                INSERT INTO cron.job (command, jobname) VALUES
                    ('DELETE FROM public."Order Items" AS "it''s"; VACUUM "Order Items"', 'nightly'), ('SELECT 1 FROM b', NULL);
                INSERT INTO cron.job (command, database) VALUES ('DELETE FROM public."Order Items"', 'another');
                """);
        Finding finding = findings(database.url()).only(FindingCode.CRON_JOB_NAMES_MOVED_OBJECT);
        assertThat(finding.subject()).isEqualTo("cron job 1 (nightly)");
        assertThat(finding.message()).contains("(table public.\"Order Items\")");
        database.execute(finding.remedy().substring(finding.remedy().indexOf("SELECT")));
        assertThat(database.query("SELECT command FROM cron.job WHERE jobid = 1"))
                .containsExactly("DELETE FROM \"It's \\ a Shop\".\"Order Items\" AS \"it's\";"
                        + " VACUUM \"It's \\ a Shop\".\"Order Items\"");
        assertThat(findings(database.url()).subjects(FindingCode.CRON_JOB_NAMES_MOVED_OBJECT))
                .isEmpty();
        assertThat(findings(database.url()).subjects(FindingCode.CRON_JOB_NEEDS_A_PERSON))
                .isEmpty();
    }

    @PostgresTest
    void aCommandThatOnlyAPersonCanReadIsListed(TestDatabase database) throws SQLException {
        database.execute(CRON + """
                INSERT INTO cron.job (command) VALUES ('SELECT 1;' || E'\n' || $c$DO $d$BEGIN EXECUTE 'DELETE FROM ' || quote_ident('Order Items'); END$d$$c$);
                """);
        Finding finding = findings(database.url()).only(FindingCode.CRON_JOB_NEEDS_A_PERSON);
        assertThat(finding.subject()).isEqualTo("cron job 1");
        assertThat(finding.message()).contains("line 2: quote_ident('Order Items')");
    }

    @PostgresTest
    void jobsThatTheRoleMayNotSeeAreSaid(TestDatabase database) throws SQLException {
        database.execute(CRON + """
                DO $$ BEGIN CREATE ROLE cron_reader LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
                INSERT INTO cron.job (command, username) VALUES ('TABLE public."Order Items"', 'postgres'),
                    ('TABLE public."Order Items"', 'cron_reader');
                """);
        String url = database.url().replace("user=postgres", "user=cron_reader");
        assertThat(findings(url).only(FindingCode.CRON_JOBS_NOT_READ).message()).contains("sees no jobs");
        database.execute("GRANT USAGE ON SCHEMA cron TO cron_reader; GRANT SELECT ON cron.job TO cron_reader;"
                + "ALTER TABLE cron.job ENABLE ROW LEVEL SECURITY;"
                + "CREATE POLICY own ON cron.job USING (username = current_user);");
        assertThat(findings(url).only(FindingCode.CRON_JOBS_NOT_READ).message()).contains("sees only its own jobs");
        assertThat(findings(url).subjects(FindingCode.CRON_JOB_NAMES_MOVED_OBJECT))
                .containsExactly("cron job 2");
    }

    @PostgresTest
    void whatTheMigrationMendsIsNotListed(TestDatabase database) throws SQLException {
        database.execute(CRON + """
                DO $$ BEGIN CREATE ROLE cron_reader LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
                GRANT USAGE ON SCHEMA cron TO cron_reader; GRANT SELECT ON cron.job TO cron_reader;
                INSERT INTO cron.job (command, username) VALUES ('TABLE public."Order Items"', 'postgres'),
                    ('TABLE public."Order Items"', 'cron_reader');
                INSERT INTO cron.job (command, nodename, nodeport) VALUES ('TABLE public."Order Items"', 'db2', NULL),
                    ('TABLE public."Order Items"', 'localhost', 1), ('TABLE public."Order Items"', '/run', inet_server_port());
                """);
        mapping.routineBodies(RoutineBodies.REWRITE);
        assertThat(findings(database.url()).subjects(FindingCode.CRON_JOB_NAMES_MOVED_OBJECT))
                .containsExactlyInAnyOrder("cron job 3", "cron job 4");
        String url = database.url().replace("user=postgres", "user=cron_reader");
        assertThat(findings(url).subjects(FindingCode.CRON_JOB_NAMES_MOVED_OBJECT))
                .containsExactlyInAnyOrder("cron job 1", "cron job 3", "cron job 4", "cron job 5");
        database.execute("REVOKE EXECUTE ON FUNCTION cron.alter_job FROM PUBLIC");
        assertThat(findings(url).subjects(FindingCode.CRON_JOB_NAMES_MOVED_OBJECT))
                .hasSize(5);
        // Of somebody without our rights, it would get them.
        database.execute(
                "ALTER FUNCTION cron.alter_job OWNER TO pg_monitor; GRANT EXECUTE ON FUNCTION cron.alter_job TO PUBLIC");
        assertThat(findings(database.url()).subjects(FindingCode.CRON_JOB_NAMES_MOVED_OBJECT))
                .hasSize(5);
        database.execute("DROP FUNCTION cron.alter_job");
        assertThat(findings(database.url()).subjects(FindingCode.CRON_JOB_NAMES_MOVED_OBJECT))
                .hasSize(5);
    }

    @PostgresTest
    void whereNothingIsToMoveThenItIsAnError(TestDatabase database) throws SQLException {
        database.execute(CRON + """
                INSERT INTO cron.job (command) VALUES ('TABLE public."Order Items"'),
                    ($c$DO $d$BEGIN EXECUTE 'DELETE FROM ' || quote_ident('Order Items'); END$d$$c$);
                """);
        mapping.routineBodies(RoutineBodies.FAIL);
        Findings findings = findings(database.url());
        assertThat(findings.only(FindingCode.CRON_JOB_NAMES_MOVED_OBJECT).isError())
                .isTrue();
        assertThat(findings.only(FindingCode.CRON_JOB_NEEDS_A_PERSON).isError()).isTrue();
    }

    @PostgresTest
    void aTableOfAnotherShapeIsNoTableOfJobs(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE \"Order Items\" (id int); CREATE SCHEMA cron; CREATE TABLE cron.job (jobid int, command text)");
        assertThat(findings(database.url()).subjects(FindingCode.CRON_JOBS_NOT_READ))
                .isEmpty();
    }

    /** A policy runs functions with the rights of who reads. */
    @PostgresTest
    void aTableOfSomebodyWithFewerRightsIsNotRead(TestDatabase database) throws SQLException {
        database.execute(CRON + """
                DO $$ BEGIN CREATE ROLE cron_reader LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
                DO $$ BEGIN CREATE ROLE cron_author; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
                INSERT INTO cron.job (command, username) VALUES ('SELECT 1', 'cron_reader');
                CREATE SEQUENCE runs;
                GRANT ALL ON SEQUENCE runs TO PUBLIC;
                GRANT USAGE ON SCHEMA cron TO PUBLIC; GRANT SELECT ON cron.job TO PUBLIC;
                ALTER TABLE cron.job OWNER TO cron_author;
                ALTER TABLE cron.job ENABLE ROW LEVEL SECURITY;
                CREATE POLICY spy ON cron.job USING (nextval('runs') > 0);
                """);
        Findings findings = findings(database.url().replace("user=postgres", "user=cron_reader"));
        assertThat(findings.only(FindingCode.CRON_JOBS_NOT_READ).message()).contains("sees no jobs");
        assertThat(database.query("SELECT is_called FROM runs")).containsExactly("f");
    }

    @Test
    void theJobsOfTheExtensionItselfAreMended(@TempDir Path directory) throws SQLException {
        // The first database of a server has this name.
        try (DebianServer debian = DebianServer.with(
                        "pg_cron", directory, "shared_preload_libraries=pg_cron", "cron.database_name=test1");
                TestDatabase database = debian.server().createDatabase()) {
            database.execute("CREATE EXTENSION pg_cron; CREATE TABLE \"Order Items\" (id int)");
            database.query("SELECT cron.schedule('nightly', '0 3 * * *', 'DELETE FROM public.\"Order Items\"')");
            Finding finding = findings(database.url()).only(FindingCode.CRON_JOB_NAMES_MOVED_OBJECT);
            assertThat(finding.subject()).isEqualTo("cron job 1 (nightly)");
            database.execute(finding.remedy().substring(finding.remedy().indexOf("SELECT")));
            assertThat(database.query("SELECT command FROM cron.job"))
                    .containsExactly("DELETE FROM \"It's \\ a Shop\".\"Order Items\"");
        }
    }

    private Findings findings(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return new Findings(Analysis.of(
                    Assigner.assign(new CatalogReader().readInOwnTransaction(connection), mapping.build())));
        }
    }
}
