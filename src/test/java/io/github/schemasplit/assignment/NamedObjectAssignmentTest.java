package io.github.schemasplit.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;

/** Operators, their classes and families, collations, conversions and text search objects: they move when they are named. */
class NamedObjectAssignmentTest {
    private final SnapshotBuilder database = new SnapshotBuilder();
    private final MappingBuilder mapping = new MappingBuilder();

    @Test
    void eachStaysUnlessItIsNamed() {
        database.named(Catalog.PG_OPERATOR, "public", "===", "integer, integer");
        database.named(Catalog.PG_COLLATION, "public", "german", "");
        mapping.entries(EntryKind.TABLES, "x", "*");
        assertThat(assigned().moves()).isEmpty();
    }

    @Test
    void anOperatorIsNamedByNameOrWithTheTypesOfItsSides() {
        database.named(Catalog.PG_OPERATOR, "public", "===", "integer, integer");
        database.named(Catalog.PG_OPERATOR, "public", "@@@", "NONE, public.\"a, b\"");
        database.named(Catalog.PG_OPERATOR, "public", "@@@", "integer, text");
        mapping.entries(EntryKind.OPERATORS, "x", "===", "@@@(none, \"a, b\")");
        assertThat(assigned().problems()).isEmpty();
        assertThat(assigned().moves())
                .containsExactly(
                        "operator public.===(integer, integer) -> x",
                        "operator public.@@@(NONE, public.\"a, b\") -> x");
    }

    @Test
    void ofOperatorsThatShareANameTheEntryMustSayWhich() {
        database.named(Catalog.PG_OPERATOR, "public", "|*|", "integer, integer");
        database.named(Catalog.PG_OPERATOR, "public", "|*|", "text, text");
        mapping.entries(EntryKind.OPERATORS, "x", "|\\*|");
        assertThat(assigned().moves()).isEmpty();
        assertThat(assigned().problems())
                .containsExactly("x.|\\*|: operator public.|*|(integer, integer): there are several of that name: write"
                        + " '|\\*|(integer, integer)', '|\\*|(text, text)' with its arguments");
    }

    @Test
    void aStarThatIsNotEscapedIsAGlob() {
        database.named(Catalog.PG_OPERATOR, "public", "|*|", "integer, integer");
        database.named(Catalog.PG_OPERATOR, "public", "|=|", "integer, integer");
        mapping.entries(EntryKind.OPERATORS, "x", "|*|");
        assertThat(assigned().moves()).hasSize(2);
    }

    @Test
    void operatorClassesAndFamiliesOfOneNameGoTogether() {
        database.named(Catalog.PG_OPCLASS, "public", "money_ops", "btree");
        database.named(Catalog.PG_OPCLASS, "public", "money_ops", "hash");
        database.named(Catalog.PG_OPFAMILY, "public", "money_ops", "btree");
        database.named(Catalog.PG_OPFAMILY, "public", "other_ops", "btree");
        mapping.entries(EntryKind.OPERATOR_CLASSES, "x", "money_ops");
        assertThat(assigned().moves())
                .containsExactly(
                        "operator class public.money_ops using btree -> x",
                        "operator class public.money_ops using hash -> x",
                        "operator family public.money_ops using btree -> x");
    }

    @Test
    void textSearchObjectsOfOneNameGoTogether() {
        database.named(Catalog.PG_TS_CONFIG, "public", "german", "");
        database.named(Catalog.PG_TS_DICT, "public", "german", "");
        database.named(Catalog.PG_TS_PARSER, "public", "parser", "");
        database.named(Catalog.PG_TS_TEMPLATE, "public", "template", "");
        database.named(Catalog.PG_COLLATION, "public", "german", "");
        mapping.entries(EntryKind.TEXT_SEARCH, "x", "german", "parser", "temp*");
        assertThat(assigned().moves())
                .containsExactly(
                        "text search configuration public.german -> x",
                        "text search dictionary public.german -> x",
                        "text search parser public.parser -> x",
                        "text search template public.template -> x");
    }

    @Test
    void collationsAndConversionsHaveListsOfTheirOwn() {
        database.named(Catalog.PG_COLLATION, "public", "german", "");
        database.named(Catalog.PG_CONVERSION, "public", "german", "");
        mapping.entries(EntryKind.COLLATIONS, "x", "german").entries(EntryKind.CONVERSIONS, "y", "german");
        assertThat(assigned().moves()).containsExactly("collation public.german -> x", "conversion public.german -> y");
    }

    @Test
    void whatIsNotThereIsSaidWithTheNearest() {
        database.named(Catalog.PG_COLLATION, "public", "german", "");
        mapping.entries(EntryKind.COLLATIONS, "x", "germann");
        assertThat(assigned().problems()).containsExactly("x.germann: not found [german]");
    }

    @Test
    void whatBelongsToAnExtensionStaysWithIt() {
        database.extension("hstore", database.named(Catalog.PG_OPERATOR, "public", "->", "hstore, text"));
        mapping.entries(EntryKind.OPERATORS, "x", "->");
        assertThat(assigned().moves()).isEmpty();
        assertThat(assigned().problems())
                .containsExactly(
                        "x.->: operator public.->(hstore, text): it belongs to extension hstore, whose objects stay"
                                + " together: remove the entry");
    }

    private Assigned assigned() {
        return Assigned.of(database, mapping);
    }
}
