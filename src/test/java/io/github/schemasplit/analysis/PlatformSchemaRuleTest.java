package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;

class PlatformSchemaRuleTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder();

    @Test
    void supabasesOwnSchemasAreNoTargets() {
        supabase();
        database.table("t");
        mapping.tables("auth", "t")
                .tables("vault")
                .tables("My \"Files\"")
                .tables("shop")
                .tables("admins");
        Findings findings = Findings.of(database, mapping);
        assertThat(findings.subjects(FindingCode.PLATFORM_SCHEMA))
                .containsExactly("schema \"My \"\"Files\"\"\"", "schema auth", "schema vault");
        assertThat(findings.all().stream().filter(f -> f.code() == FindingCode.PLATFORM_SCHEMA))
                .allMatch(f -> f.isError() && f.origin().isPresent());
    }

    @Test
    void norIsAnythingMovedOutOfThem() {
        supabase();
        database.table("auth", "users");
        mapping.source("auth").tables("shop", "users");
        assertThat(Findings.of(database, mapping)
                        .only(FindingCode.PLATFORM_SCHEMA)
                        .remedy())
                .startsWith("set the option source (schema.source)");
    }

    @Test
    void publicIsEverybodysWhoeverOwnsIt() {
        database.owner("supabase_storage_admin").schema("public");
        supabase();
        database.table("t");
        mapping.tables("shop", "t");
        assertThat(Findings.of(database, mapping).subjects(FindingCode.PLATFORM_SCHEMA))
                .isEmpty();
    }

    @Test
    void elsewhereTheirNamesAreLikeOthers() {
        database.schema("auth");
        database.table("t");
        mapping.tables("auth", "t").tables("storage");
        assertThat(Findings.of(database, mapping).subjects(FindingCode.PLATFORM_SCHEMA))
                .isEmpty();
        SnapshotBuilder neighbour = new SnapshotBuilder();
        neighbour.role("supabase_admin");
        assertThat(Findings.of(neighbour, mapping).subjects(FindingCode.PLATFORM_SCHEMA))
                .isEmpty();
    }

    private void supabase() {
        database.role("supabase_admin");
        database.role("supabase_storage_admin");
        database.owner("supabase_admin").schema("auth");
        database.schema("admins");
        database.owner("supabase_storage_admin").schema("My \"Files\"");
        database.owner("app");
    }
}
