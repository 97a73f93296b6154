package io.github.schemasplit.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutineAndTypeAssignmentTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder();

    @Test
    void routinesAndTypesStayUnlessNamed() {
        database.routine("public", "f", "integer", "");
        database.type("public", "status", 'e');
        mapping.tables("x", "*");
        assertThat(assigned().moves()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "f; p_id uuid, INOUT x double precision",
                "f(uuid, float8); p_id uuid, INOUT x double precision",
                "f (p_id uuid, x double precision); p_id uuid, INOUT x double precision",
                "f(int); pg_catalog.int4",
                "f(int4, varchar(20)); integer, character varying",
                "f(order_status); public.order_status",
                "f(PUBLIC.Order_Status); s public.order_status",
                "f(\"Order Status\"[]); public.\"Order Status\"[]",
                "f(variadic text[]); VARIADIC args text[]",
                "f(int array); integer[]",
                "f(timestamp(3) with time zone, timestamptz); timestamp with time zone, b timestamp with time zone",
                "f(); ''",
                "f(); *",
                "f(\"char\"); \"char\""
            })
    void namesARoutineByItsNameOrWithItsArguments(String entry, String arguments) {
        database.routine("public", "f", arguments, "");
        database.routine("public", "g", arguments, "");
        mapping.routines("x", entry);
        assertThat(assigned().moves()).containsExactly("routine public.f(" + arguments + ") -> x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "f(uuid); integer",
                "f(int[]); integer",
                "f(int); integer, integer",
                "f(other.status); public.status",
                "f(\"Status\"); public.status",
                "f(); integer",
                "f(char); \"char\""
            })
    void doesNotTakeARoutineOfOtherArguments(String entry, String arguments) {
        database.routine("public", "f", arguments, "");
        mapping.routines("x", entry);
        assertThat(assigned().problems()).containsExactly("x." + entry + ": not found [f]");
    }

    @Test
    void anOverloadedNameNeedsNoArgumentsWhereAllAreInPlace() {
        database.routine("x", "f", "integer", "");
        database.routine("x", "f", "text", "");
        mapping.routines("x", "f");
        assertThat(assigned().problems()).isEmpty();
        assertThat(assigned().moves()).isEmpty();
        database.routine("public", "f", "uuid", "");
        assertThat(assigned().problems()).isEmpty();
        assertThat(assigned().moves()).hasSize(1);
    }

    @Test
    void anOverloadedNameNeedsArguments() {
        database.routine("public", "f", "integer", "");
        database.routine("public", "f", "text", "");
        mapping.routines("x", "f");
        assertThat(assigned().moves()).isEmpty();
        assertThat(assigned().problems())
                .containsExactly("x.f: routine public.f(integer): there are several of that name: write 'f(integer)',"
                        + " 'f(text)' with its arguments");
    }

    @Test
    void aGlobTakesEveryOverload() {
        database.routine("public", "calc_a", "integer", "");
        database.routine("public", "calc_a", "text", "");
        mapping.routines("x", "calc_*");
        assertThat(assigned().moves()).hasSize(2);
    }

    @Test
    void aParenthesisThatBelongsToARoutinesNameTakesABackslash() {
        database.routine("public", "(f(x)", "integer", "");
        database.routine("public", "f", "integer", "");
        mapping.routines("x", "\\(f\\(x\\)");
        assertThat(assigned().moves()).containsExactly("routine public.\"(f(x)\"(integer) -> x");
        mapping.routines("x", "\\(f\\(x\\)(int)");
        assertThat(assigned().problems())
                .as("both entries are right, so they name it twice")
                .hasSize(1);
    }

    @Test
    void aGlobWithArgumentsTakesThoseOverloads() {
        database.routine("public", "calc_a", "integer", "");
        database.routine("public", "calc_b", "integer", "");
        database.routine("public", "calc_b", "text", "");
        mapping.routines("x", "calc_*(int)");
        assertThat(assigned().moves())
                .containsExactly("routine public.calc_a(integer) -> x", "routine public.calc_b(integer) -> x");
    }

    @Test
    void anArgumentTypeThatHasMovedIsStillTheOneThatTheEntryNames() {
        database.routine("x", "f", "y.money", "");
        database.routine("x", "g", "elsewhere.money", "");
        mapping.routines("x", "f(public.money)", "g(public.money)").types("y", "*");
        assertThat(assigned().inPlace()).containsExactly("routine x.f(y.money)");
        assertThat(assigned().problems()).first().asString().startsWith("x.g(public.money): not found");
    }

    @Test
    void ofTwoOverloadsTheOneWhoseTypesAreAsWrittenIsMeant() {
        database.routine("public", "f", "y.money", "");
        database.routine("public", "f", "public.money", "");
        mapping.routines("x", "f(public.money)").types("y", "*");
        assertThat(assigned().moves()).containsExactly("routine public.f(public.money) -> x");
    }

    @Test
    void theStarOfAnAggregateWithoutArgumentsIsNoGlob() {
        database.routine("public", "tally", "*", "");
        database.routine("public", "tally", "integer", "");
        mapping.routines("x", "tally(*)");
        assertThat(assigned().moves()).containsExactly("routine public.tally(*) -> x");
    }

    @Test
    void movesEnumsDomainsAndCompositeTypesThatAreNamed() {
        database.type("public", "status", 'e');
        database.type("public", "Email", 'd');
        database.relation(RelationKind.COMPOSITE_TYPE, "public", "money_pair");
        mapping.types("x", "status", "Email", "money_pair");
        assertThat(assigned().moves())
                .containsExactly(
                        "domain public.\"Email\" -> x", "type public.money_pair -> x", "type public.status -> x");
    }

    @Test
    void rowTypesAndArrayTypesGoWithWhatTheyBelongTo() {
        database.table("orders");
        Type status = database.type("public", "status", 'e');
        database.type("public", "_status", 'b', 0, status.oid());
        mapping.types("x", "orders", "_status");
        assertThat(assigned().moves()).isEmpty();
        assertThat(assigned().problems())
                .containsExactly(
                        "x.orders: type public.orders: it is the row type of table public.orders and goes with it:"
                                + " name that under 'tables'",
                        "x._status: type public._status: it is an array type, which goes with its element type: name"
                                + " that");
    }

    @Test
    void typesAndRoutinesOfExtensionsStay() {
        Type citext = database.type("public", "citext", 'b');
        database.extension("citext", citext, database.routine("public", "f", "", ""));
        mapping.types("x", "citext").routines("x", "f");
        assertThat(assigned().moves()).isEmpty();
        assertThat(assigned().problems()).hasSize(2).allMatch(p -> p.contains("it belongs to extension citext"));
    }

    @Test
    void problemsComeInTheMappingsOrder() {
        Relation table = database.table("t");
        mapping.types("b", "no_type")
                .tables("b", "no_table", "x*")
                .routines("a", "no_routine")
                .views("a", "t");
        assertThat(assigned().problems())
                .containsExactly(
                        "b.no_table: not found []",
                        "b.x*: matches nothing",
                        "b.no_type: not found []",
                        "a.t: " + table.describe() + ": it is a table: name it under 'tables'",
                        "a.no_routine: not found []");
    }

    private Assigned assigned() {
        return Assigned.of(database, mapping);
    }

    @Test
    void whatWasMadeWithARangeTypeGoesWithItEvenWhereTheServerLeftIt() {
        Type range = database.type("x", "Span \"s\"", 'r');
        Type multirange = database.type("public", "Span multi", 'm');
        database.depends(multirange, range, 'i');
        database.depends(database.routine("public", "Span \"s\"", "date, date", ""), range, 'i');
        database.depends(database.routine("public", "Span multi", "", ""), multirange, 'i');
        database.depends(database.routine("elsewhere", "Span multi", "text", ""), multirange, 'i');
        database.depends(database.routine("public", "uses", "text", ""), range, 'n');
        mapping.types("x", "Span \"s\"");
        assertThat(assigned().moves())
                .containsExactly(
                        "routine public.\"Span \"\"s\"\"\"(date, date) -> x",
                        "type public.\"Span multi\" -> x",
                        "routine public.\"Span multi\"() -> x");
        assertThat(assigned().cause(multirange)).isEqualTo(new Cause.MadeWith(range.id()));
    }

    @Test
    void whatWasMadeWithARangeTypeCanNotGoAlone() {
        Type range = database.type("public", "span", 'r');
        Type multirange = database.type("public", "spans", 'm');
        database.depends(multirange, range, 'i');
        database.depends(database.routine("public", "spans", "", ""), multirange, 'i');
        mapping.types("x", "spans", "sp*s").routines("x", "*");
        assertThat(assigned().moves()).isEmpty();
        assertThat(assigned().problems())
                .contains("x.spans: type public.spans: it was made with range type public.span and goes with it:"
                        + " name that under 'types'");
    }
}
