package io.github.schemasplit.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Supabase;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The preset {@code supabase} is what applications find in a new project. */
class InitPresetTest {
    @PostgresTest
    void aRequestOfTheApiIsAnsweredAsInAProject(@Supabase TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE notes (id serial PRIMARY KEY, owner uuid REFERENCES auth.users, "Text" text);
                ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON notes TO authenticated USING (owner = auth.uid());
                CREATE FUNCTION noted() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM notes';
                INSERT INTO auth.users (id, email, email_confirmed_at) SELECT extensions.uuid_generate_v5(extensions.uuid_nil(), n::text), n || '@example.com', now()
                  FROM generate_series(1, 3) AS n;
                INSERT INTO notes (owner) SELECT id FROM auth.users;
                """);
        assertThat(database.query("SELECT count(*) FROM auth.users WHERE confirmed_at IS NOT NULL"))
                .containsExactly("3");
        assertThat(database.query("""
                SELECT r.rolname, r.rolsuper, r.rolcanlogin, r.rolinherit, r.rolbypassrls, pg_has_role('authenticator', r.oid, 'MEMBER')
                  FROM pg_roles AS r WHERE r.rolname IN ('anon', 'authenticated', 'authenticator', 'service_role',
                       'supabase_admin', 'supabase_auth_admin', 'supabase_storage_admin') ORDER BY 1
                """))
                .containsExactly(
                        "anon|f|f|t|f|t",
                        "authenticated|f|f|t|f|t",
                        "authenticator|f|t|f|f|t",
                        "service_role|f|f|t|t|t",
                        "supabase_admin|t|t|t|t|f",
                        "supabase_auth_admin|f|t|f|f|f",
                        "supabase_storage_admin|f|t|f|f|f");
        String user = database.query("SELECT id FROM auth.users ORDER BY email LIMIT 1")
                .get(0);
        assertThat(asked(database, "anon", "request.jwt.claims", "{\"role\": \"anon\"}"))
                .isEqualTo("0|anon|{a,b}");
        assertThat(asked(
                        database,
                        "authenticated",
                        "request.jwt.claims",
                        "{\"role\": \"authenticated\", \"email\": \"me@example.com\", \"sub\": \"" + user + "\"}"))
                .isEqualTo("1|" + user + "|authenticated|me@example.com|{a,b}");
        assertThat(asked(database, "authenticated", "request.jwt.claim.sub", user))
                .isEqualTo("1|" + user + "|{a,b}");
        assertThat(asked(database, "service_role", "request.jwt.claims", "")).isEqualTo("3|{a,b}");
    }

    /** What somebody is told who becomes a role, by one setting in which PostgREST says who asks. */
    private static String asked(TestDatabase database, String role, String setting, String claims) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL ROLE " + role);
            statement.execute("SELECT set_config('" + setting + "', '" + claims + "', true)");
            try (ResultSet row = statement.executeQuery(
                    "SELECT concat_ws('|', noted(), auth.uid(), auth.role(), auth.email(), storage.foldername('a/b/c.d'))")) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
