package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Supabase;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who signs up with Supabase gets a profile from a trigger on {@code auth.users}, whose routine another role leads to, with another
 * path than the application's.
 */
class SignUpTest {
    /** The usual routines, by the table that each fills: what it is beside its text, and how its text names the table. */
    private static final Map<String, List<String>> ROUTINES = new TreeMap<>(Map.of(
            "definer_without_path", List.of("SECURITY DEFINER", "public.definer_without_path"),
            "empty_path", List.of("SECURITY DEFINER SET search_path = ''", "public.empty_path"),
            "invoker", List.of("SECURITY INVOKER", "public.\"invoker\""),
            "own_path", List.of("SECURITY DEFINER SET search_path = public", "own_path"),
            "path_of_who_signs_up", List.of("SECURITY DEFINER", "path_of_who_signs_up")));

    private static final int INVOKER_VIEWS = 15;

    @TempDir
    private Path output;

    @PostgresTest
    void everybodyGetsAProfileBeforeAndAfterTheMoveAndAfterTheContract(@Supabase TestDatabase database)
            throws Exception {
        createApplication(database);
        assertProfileOfWhoSignsUp(database, "public");
        Goals goals = Goals.on(database, output);
        goals.migrate(mapping(Compatibility.VIEWS, RoutineBodies.REWRITE));
        assertProfileOfWhoSignsUp(database, "accounts");
        contract(goals);
        assertThat(database.query("SELECT to_regclass('public.own_path')")).containsExactly("null");
        assertProfileOfWhoSignsUp(database, "accounts");
        goals.rollback();
        assertProfileOfWhoSignsUp(database, "accounts");
        goals.rollback();
        assertProfileOfWhoSignsUp(database, "public");
        goals.migrate(mapping(Compatibility.NONE, RoutineBodies.REWRITE));
        assertProfileOfWhoSignsUp(database, "accounts");
        goals.rollback();
        assertProfileOfWhoSignsUp(database, "public");
    }

    @PostgresTest
    void oldNamesStayAsLongAsTextsThatAreLeftAloneNeedThem(@Supabase TestDatabase database) throws Exception {
        createApplication(database);
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = mapping(Compatibility.VIEWS, RoutineBodies.REPORT);
        List<String> all = ROUTINES.keySet().stream()
                .map(table -> "routine public.handle_" + table + "()")
                .toList();
        assertThat(goals.analyze(mapping).findings())
                .filteredOn(finding -> finding.code() == FindingCode.ROUTINE_NAMES_MOVED_OBJECT)
                .extracting(Finding::subject)
                .containsExactlyElementsOf(all);
        goals.migrate(mapping);
        assertProfileOfWhoSignsUp(database, "accounts");
        assertThatThrownBy(() -> contract(goals))
                .isInstanceOfSatisfying(
                        GoalStoppedException.class,
                        e -> assertThat(e.findings())
                                .filteredOn(finding -> finding.code() == FindingCode.OLD_NAME_IN_USE)
                                .extracting(Finding::message)
                                .containsExactlyElementsOf(all.stream()
                                        .map(routine -> "it is used by " + routine)
                                        .toList()));
    }

    @PostgresTest
    void aNameThatMeansAnotherTableToWhoSignsUpIsTold(@Supabase TestDatabase database) {
        database.execute("""
                CREATE TABLE public.users (id uuid);
                CREATE FUNCTION public.counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN PERFORM count(*) FROM users; RETURN new; END $$;
                CREATE TRIGGER counted AFTER INSERT ON auth.users FOR EACH ROW EXECUTE FUNCTION public.counted();
                """);
        assertThat(Goals.on(database, output)
                        .analyze(
                                new MappingBuilder().tables("accounts", "users").routineBodies(RoutineBodies.REWRITE))
                        .findings())
                .filteredOn(finding -> finding.code() == FindingCode.ROUTINE_NEEDS_A_PERSON)
                .singleElement()
                .matches(finding -> finding.subject().equals("routine public.counted()"))
                .matches(finding -> finding.message()
                        .contains("users, which object it is hangs on the search_path of who runs it"));
    }

    private static ParsedMapping mapping(Compatibility compatibility, RoutineBodies bodies) {
        return Goals.parsed(new MappingBuilder()
                .tables("accounts", ROUTINES.keySet().toArray(String[]::new))
                .compatibility(compatibility)
                .routineBodies(bodies)
                .build());
    }

    private static void contract(Goals goals) {
        new Contract(
                        goals.workplace(),
                        new Contract.Terms(List.of(), false, Duration.ZERO, Duration.ZERO),
                        Goals.PERSISTENCE,
                        ChangeListener.NONE)
                .run();
    }

    /** Made by a role that is no superuser, as {@code postgres} is none in a project. */
    private static void createApplication(TestDatabase database) {
        database.execute("""
                DO $$ BEGIN CREATE ROLE developer; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                GRANT CREATE ON SCHEMA public TO developer;
                GRANT USAGE ON SCHEMA auth TO developer;
                GRANT REFERENCES, TRIGGER ON auth.users TO developer;
                """);
        database.execute(
                "ALTER ROLE supabase_auth_admin IN DATABASE " + database.name() + " SET search_path = auth, public");
        ROUTINES.forEach((table, routine) ->
                database.execute("""
                SET ROLE developer;
                CREATE TABLE public.%1$s (id uuid PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE, name text);
                %4$s
                GRANT INSERT ON public.%1$s TO supabase_auth_admin;
                CREATE FUNCTION public.handle_%1$s() RETURNS trigger LANGUAGE plpgsql %2$s AS $$
                BEGIN
                    INSERT INTO %3$s (id, name) VALUES (new.id, new.raw_user_meta_data ->> 'name');
                    RETURN new;
                END $$;
                CREATE TRIGGER on_auth_user_created_%1$s AFTER INSERT ON auth.users FOR EACH ROW
                    EXECUTE FUNCTION public.handle_%1$s();
                """.formatted(table, routine.get(0), routine.get(1), rowSecurity(database, table))));
    }

    private static String rowSecurity(TestDatabase database, String table) {
        return database.server().major() < INVOKER_VIEWS ? "" : """
                ALTER TABLE public.%1$s ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON public.%1$s TO authenticated USING (id = auth.uid());
                CREATE POLICY sign_up ON public.%1$s FOR INSERT TO supabase_auth_admin WITH CHECK (true);
                """.formatted(table);
    }

    /** Signs somebody up as Supabase's service does, which connects as a role of its own. */
    private static void assertProfileOfWhoSignsUp(TestDatabase database, String schema) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.url().replace("user=postgres", "user=supabase_auth_admin"));
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM users");
            statement.execute("INSERT INTO users (id, email, raw_user_meta_data)"
                    + " VALUES (gen_random_uuid(), 'me@example.com', '{\"name\": \"Me\"}')");
        }
        for (String table : ROUTINES.keySet()) {
            assertThat(database.query(
                            "SELECT p.name FROM auth.users JOIN " + schema + "." + table + " AS p USING (id)"))
                    .as(table)
                    .containsExactly("Me");
        }
    }
}
