package io.github.schemasplit.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.mapping.Unmapped;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableAssignmentTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "Order Items",
                "a\"b",
                "select",
                "größe",
                "100%",
                "$1",
                "a.b",
                "x(y)",
                "'quoted'",
                "sixty_three_bytes_sixty_three_bytes_sixty_three_bytes_sixty_thr"
            })
    void movesTheTableThatAnEntryNames(String name) {
        Relation table = database.table(name);
        database.table(name + "2");
        mapping.tables("shop", name);
        assertThat(assigned().moves()).containsExactly(table.describe() + " -> shop");
        assertThat(assigned().problems()).isEmpty();
    }

    @Test
    void anEscapedWildcardIsAName() {
        database.table("a*");
        database.table("ab");
        mapping.tables("shop", "a\\*");
        assertThat(assigned().moves()).containsExactly("table public.\"a*\" -> shop");
    }

    @Test
    void comparesNamesAsTheCatalogStoresThem() {
        database.table("Orders");
        mapping.tables("shop", "orders");
        assertThat(assigned().problems()).containsExactly("shop.orders: not found [Orders]");
    }

    @Test
    void anExactNameBeatsAGlobOfAnotherSchema() {
        database.table("say_hello");
        database.table("say_bye");
        mapping.tables("talk", "say_*").tables("shop", "say_bye");
        assertThat(assigned().moves())
                .containsExactly("table public.say_bye -> shop", "table public.say_hello -> talk");
        assertThat(assigned().problems()).isEmpty();
    }

    @Test
    void aTableThatTwoSchemasNameGoesNowhereAndIsNotUnmappedEither() {
        database.table("orders");
        mapping.tables("a", "orders").tables("b", "orders");
        assertThat(assigned().moves()).isEmpty();
        assertThat(assigned().unmapped()).isEmpty();
        assertThat(assigned().problems()).containsExactly("b.orders: table public.orders also a.orders");
    }

    @Test
    void twoGlobsThatShareManyTablesAreOneProblem() {
        for (int i = 0; i < 5; i++) {
            database.table("log_" + i);
        }
        mapping.tables("a", "log_*").tables("b", "l*", "x?");
        assertThat(assigned().problems())
                .containsExactly("b.l*: table public.log_0 also a.log_*", "b.x?: matches nothing");
    }

    @Test
    void twoGlobsOfOneSchemaMayOverlap() {
        database.table("log_1");
        mapping.tables("a", "log_*", "*_1");
        assertThat(assigned().moves()).containsExactly("table public.log_1 -> a");
        assertThat(assigned().problems()).isEmpty();
    }

    @Test
    void anEntryWrittenTwiceInOneSchemaIsSaidAndStillMovesTheTable() {
        database.table("t");
        mapping.tables("a", "t", "t");
        assertThat(assigned().moves()).containsExactly("table public.t -> a");
        assertThat(assigned().problems()).containsExactly("a.t: table public.t also a.t");
    }

    @Test
    void suggestsNearNamesForAnUnknownOne() {
        database.table("orders");
        database.table("order_items");
        mapping.tables("shop", "ordrs");
        assertThat(assigned().problems()).containsExactly("shop.ordrs: not found [orders]");
    }

    @Test
    void aTableInItsTargetIsInPlace() {
        database.schema("shop");
        database.table("shop", "orders");
        database.table("order_items");
        mapping.tables("shop", "orders", "order_*");
        assertThat(assigned().moves()).containsExactly("table public.order_items -> shop");
        assertThat(assigned().inPlace()).containsExactly("table shop.orders");
        assertThat(assigned().problems()).isEmpty();
    }

    @Test
    void aGlobThatMatchesOnlyTablesInPlaceMatchesSomething() {
        database.table("shop", "order_items");
        mapping.tables("shop", "order_*");
        assertThat(assigned().moves()).isEmpty();
        assertThat(assigned().problems()).isEmpty();
    }

    @Test
    void movesFromAnotherTargetWhenTheMappingWasChanged() {
        database.table("old", "orders");
        mapping.tables("old", "rest").tables("shop", "orders", "o*");
        database.table("rest");
        assertThat(assigned().moves()).containsExactly("table old.orders -> shop", "table public.rest -> old");
        assertThat(assigned().problems())
                .as("globs do not reach into other targets")
                .containsExactly("shop.o*: matches nothing");
    }

    @Test
    void doesNotTakeATableFromASchemaThatTheMappingDoesNotHave() {
        database.table("elsewhere", "orders");
        mapping.tables("shop", "orders");
        assertThat(assigned().moves()).isEmpty();
        assertThat(assigned().problems()).containsExactly("shop.orders: not found []");
    }

    @Test
    void aViewOfTheOldNameDoesNotHideTheTableInPlace() {
        Relation table = database.table("shop", "orders");
        database.relation(RelationKind.VIEW, "public", "orders");
        mapping.tables("shop", "orders");
        assertThat(assigned().inPlace()).containsExactly(table.describe());
        assertThat(assigned().problems()).isEmpty();
    }

    @Test
    void saysWhereToNameWhatIsNoTable() {
        database.view("v");
        database.sequence("public", "s");
        database.relation(RelationKind.COMPOSITE_TYPE, "public", "c");
        mapping.tables("shop", "v", "s", "c");
        assertThat(assigned().problems())
                .containsExactly(
                        "shop.v: view public.v: it is a view: name it under 'views'",
                        "shop.s: sequence public.s: it is a sequence, which goes with the table that uses it: name the"
                                + " table under 'tables'",
                        "shop.c: composite type public.c: it is a composite type: name it under 'types'");
    }

    @Test
    void movesPartitionedAndForeignTables() {
        database.relation(RelationKind.PARTITIONED_TABLE, "public", "p");
        database.relation(RelationKind.FOREIGN_TABLE, "public", "f");
        mapping.tables("shop", "p", "f");
        assertThat(assigned().moves())
                .containsExactly("foreign table public.f -> shop", "partitioned table public.p -> shop");
    }

    @Test
    void extensionMembersNeverMoveAndNeverCountAsUnmapped() {
        database.extension("postgis", database.table("spatial_ref_sys"));
        mapping.tables("shop", "spatial_ref_sys").tables("geo", "spatial*");
        assertThat(assigned().moves()).isEmpty();
        assertThat(assigned().unmapped()).isEmpty();
        assertThat(assigned().problems())
                .containsExactly(
                        "shop.spatial_ref_sys: table public.spatial_ref_sys: it belongs to extension postgis, whose"
                                + " objects stay together: remove the entry",
                        "geo.spatial*: matches nothing");
    }

    @Test
    void temporaryTablesAreNotSeen() {
        database.temporaryTable("t");
        mapping.tables("shop", "t");
        assertThat(assigned().unmapped()).isEmpty();
        assertThat(assigned().problems()).containsExactly("shop.t: not found []");
    }

    @Test
    void listsWhatNoEntryNames() {
        database.table("b");
        database.table("a");
        database.table("elsewhere", "c");
        database.view("v");
        assertThat(assigned().unmapped()).containsExactly("table public.a", "table public.b");
    }

    @Test
    void sendsTheRestWhereTheMappingSays() {
        Relation rest = database.table("rest");
        database.table("t");
        mapping.tables("shop", "t").tables("misc").unmapped(new Unmapped.MoveTo(Identifier.of("misc")));
        assertThat(assigned().moves()).containsExactly("table public.rest -> misc", "table public.t -> shop");
        assertThat(assigned().cause(rest)).isEqualTo(new Cause.UnmappedDefault());
        assertThat(assigned().unmapped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flyway_schema_history",
                "databasechangelog",
                "databasechangeloglock",
                "_prisma_migrations",
                "schema_migrations",
                "ar_internal_metadata",
                "alembic_version",
                "goose_db_version",
                "knex_migrations_lock",
                "__EFMigrationsHistory"
            })
    void keepsTablesOfMigrationToolsUnlessNamed(String name) {
        Relation table = database.table(name);
        mapping.tables("shop", "*").unmapped(new Unmapped.MoveTo(Identifier.of("shop")));
        assertThat(assigned().moves()).isEmpty();
        assertThat(assigned().unmapped()).isEmpty();
        assertThat(assigned().bookkeeping()).containsExactly(table.describe());
        mapping.tables("shop", name);
        assertThat(assigned().moves()).containsExactly(table.describe() + " -> shop");
        assertThat(assigned().bookkeeping()).isEmpty();
    }

    @Test
    void anotherSourceSchemaIsTakenAtItsWord() {
        database.table("t");
        database.table("My App", "t");
        mapping.source("My App").tables("shop", "t");
        assertThat(assigned().moves()).containsExactly("table \"My App\".t -> shop");
        assertThat(assigned().unmapped()).isEmpty();
    }

    private Assigned assigned() {
        return Assigned.of(database, mapping);
    }
}
