package io.github.schemasplit.sqltext.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParseTreeTest {
    /** A statement a paragraph, and after it its references, a line each. */
    static Stream<Arguments> statements() {
        try (InputStream file = ParseTreeTest.class.getResourceAsStream("/oracle/references.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.strip().split("\n\n")).map(paragraph -> {
                List<String> lines = paragraph.lines().map(String::strip).toList();
                return Arguments.of(lines.get(0), lines.subList(1, lines.size()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void findsEachReferenceOf(String sql, List<String> references) {
        assertThat(tree(sql).references()).extracting(Reference::toString).isEqualTo(references);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void namesBeginWhereTheyAreSaidTo(String sql, List<String> references) {
        byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
        assertThat(tree(sql).references())
                .filteredOn(reference -> reference.location() >= 0)
                .allSatisfy(reference -> assertThat(from(bytes, reference.location()))
                        .startsWithIgnoringCase(reference.names().get(0).replace("\"", "\"\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void aTreeWithoutSchemasRefersToNone(String sql, List<String> references) {
        ParseTree without = new ParseTree(sql, tree(sql).withoutSchemas());
        assertThat(without.references())
                .allSatisfy(reference -> assertThat(reference.names())
                        .hasSizeLessThanOrEqualTo(reference.kind() == ReferenceKind.COLUMN ? 2 : 1));
    }

    @Test
    void blanksAndCommentsAreNotInATreeWithoutLocations() {
        assertThat(tree("select a[1], array[b] from c where d in (1, 2); select 1")
                        .withoutLocations())
                .isEqualTo(tree("select a [ 1 ] , array [b]/* c */ from c where d in ( 1,2) -- e\n;\nselect 1;")
                        .withoutLocations())
                .isNotEqualTo(tree("select a[1], array[b] from c where d in (1, 3); select 1")
                        .withoutLocations());
    }

    @Test
    void aTablespaceKeepsItsLocation() {
        assertThat(tree("create tablespace a location '/b'").withoutLocations())
                .isNotEqualTo(tree("create tablespace a location '/c'").withoutLocations());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from orders                  | select * from shop.orders",
                "select public.orders.id from orders   | select shop.orders.id from public.orders",
                "drop trigger t on public.orders       | drop trigger t on shop.orders",
                "drop function public.f(public.orders) | drop function f(shop.orders)",
                "create function f(orders) returns int as 'x' | create function a.f(b.orders) returns int as 'x'",
                "comment on column orders.id is 'x'    | comment on column shop.orders.id is 'x'",
                "select f(a::mood) from public.g()     | select public.f(a::public.mood) from g()",
                "alter sequence s owned by public.t.c  | alter sequence public.s owned by t.c",
            })
    void withoutSchemasIsTheSame(String one, String other) {
        assertThat(tree(one).withoutSchemas()).isEqualTo(tree(other).withoutSchemas());
        assertThat(tree(one).withoutLocations()).isNotEqualTo(tree(other).withoutLocations());
    }

    @Test
    void aSchemaIsDroppedWhereItIsAskedFor() {
        assertThat(tree("select * from public.orders, public.customers")
                        .withoutSchemas(reference -> reference.names().contains("orders")))
                .isEqualTo(tree("select * from orders, public.customers").withoutLocations());
    }

    @Test
    void routinesAreGivenWithTheirLanguageAndBody() {
        assertThat(tree("""
                        create function public."F"() returns int language PLpgSQL as $f$ begin return 1; end $f$;
                        create procedure p() as 'select ''x''';
                        create function c() returns int language c as 'file', 'name';
                        create function atomic() returns int return 1;
                        do $$ begin null; end $$;
                        do language plperl 'x';
                        """).routines())
                .containsExactly(
                        new RoutineText(List.of("public", "F"), "plpgsql", " begin return 1; end "),
                        new RoutineText(List.of("p"), "sql", "select 'x'"),
                        new RoutineText(List.of("c"), "c", "file"),
                        new RoutineText(List.of(), "plpgsql", " begin null; end "),
                        new RoutineText(List.of(), "plperl", "x"));
    }

    private static ParseTree tree(String sql) {
        return PgParser.shared().tree(sql);
    }

    private static String from(byte[] bytes, int location) {
        String text = new String(bytes, location, bytes.length - location, StandardCharsets.UTF_8);
        return text.startsWith("\"") ? text.substring(1) : text;
    }
}
