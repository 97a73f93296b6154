package io.github.schemasplit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sql.Identifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MappingParserTest {
    private static final Path GOOD = Path.of("src/test/resources/io/github/schemasplit/mapping/samples/good");

    @Test
    void readsEveryKey() {
        Mapping mapping = parse(GOOD.resolve("everything.yml"));

        assertThat(mapping.source().value()).isEqualTo(Identifier.of("public"));
        assertThat(mapping.unmapped().value()).isEqualTo(new Unmapped.MoveTo(Identifier.of("shared_services")));
        assertThat(mapping.compatibility().value()).isEqualTo(Compatibility.SEARCH_PATH);
        assertThat(mapping.routineBodies().value()).isEqualTo(RoutineBodies.REPORT);
        assertThat(mapping.crossSchemaForeignKeys().value()).isEqualTo(CrossSchemaForeignKeys.FAIL);
        TargetSchema shop = mapping.targets().get(0);
        assertThat(shop.purpose().orElseThrow().value()).isEqualTo("Handle all e-commerce related functionality");
        assertThat(shop.owner().orElseThrow().value()).isEqualTo(Identifier.of("app_owner"));
        assertThat(texts(shop.entries(EntryKind.TABLES))).containsExactly("orders", "order_items", "say_*");
        assertThat(texts(shop.entries(EntryKind.VIEWS))).containsExactly("order_totals");
        assertThat(texts(shop.entries(EntryKind.ROUTINES))).containsExactly("place_order(uuid, integer)", "refund");
        assertThat(texts(shop.entries(EntryKind.TYPES))).containsExactly("order_status");
        assertThat(texts(shop.entries(EntryKind.OPERATORS)))
                .containsExactly("===", "|\\*|(money_amount, money_amount)");
        assertThat(texts(shop.entries(EntryKind.OPERATOR_CLASSES))).containsExactly("money_ops");
        assertThat(texts(shop.entries(EntryKind.COLLATIONS))).containsExactly("german");
        assertThat(texts(shop.entries(EntryKind.CONVERSIONS))).containsExactly("latin1_to_utf8");
        assertThat(texts(shop.entries(EntryKind.TEXT_SEARCH))).containsExactly("english_simple", "german_*");
        assertThat(mapping.unmappedViews().value()).isEqualTo(new UnmappedViews.Stay());
        Access access = shop.access().orElseThrow().value();
        assertThat(access.usage()).extracting(Identifier::value).containsExactly("authenticated", "service_role");
        assertThat(access.defaults().byKind().keySet()).containsExactly("tables", "sequences", "routines", "types");
        assertThat(access.defaults().on("tables"))
                .containsExactly(
                        Map.entry(Identifier.of("authenticated"), List.of("select")),
                        Map.entry(Identifier.of("service_role"), List.of("all")));
        assertThat(shop.policies())
                .extracting(Located::value)
                .contains(
                        new PolicyEntry(
                                new PolicyTables.Named(Identifier.of("orders")),
                                Identifier.of("E-commerce users can view their orders"),
                                true,
                                "select",
                                List.of(Identifier.of("authenticated")),
                                Optional.of("user_id = auth.uid()"),
                                Optional.empty()),
                        new PolicyEntry(
                                new PolicyTables.Named(Identifier.of("order_items")),
                                Identifier.of("any"),
                                true,
                                "all",
                                List.of(),
                                Optional.of("true"),
                                Optional.empty()),
                        new PolicyEntry(
                                new PolicyTables.WithColumn(Identifier.of("tenant_id")),
                                Identifier.of("own tenant"),
                                false,
                                "all",
                                List.of(),
                                Optional.of("tenant_id = public.tenant()"),
                                Optional.of("tenant_id = public.tenant()")),
                        PolicyEntry.dropped(new PolicyTables.Named(Identifier.of("orders")), Identifier.of("anyone")));
        assertThat(texts(shop.rowSecurity().enable())).containsExactly("*");
        assertThat(texts(shop.rowSecurity().force())).containsExactly("orders", "say_*");
        assertThat(mapping.targets().get(1).name().value()).isEqualTo(Identifier.of("shared_services"));
    }

    @Test
    void readsTheSixtyThreeTablesOfTheGuide() {
        Mapping mapping = parse(GOOD.resolve("guide.yml"));

        assertThat(mapping.targets())
                .extracting(t -> t.entries(EntryKind.TABLES).size())
                .containsExactly(14, 20, 13, 14, 2);
        assertThat(mapping.unmapped().value()).isEqualTo(new Unmapped.Keep());
    }

    @Test
    void takesWordsThatYamlReadsOtherwiseAsTheyAreWritten() {
        Mapping mapping = parse(GOOD.resolve("words_that_yaml_reads_otherwise.yml"));

        assertThat(mapping.targets()).extracting(t -> t.name().value().value()).containsExactly("no", "123", "null");
        assertThat(texts(mapping.targets().get(0).entries(EntryKind.TABLES)))
                .containsExactly(
                        "yes",
                        "no",
                        "on",
                        "off",
                        "y",
                        "n",
                        "true",
                        "null",
                        "123",
                        "1e3",
                        "0x1F",
                        "2001-12-14",
                        "12:30:45",
                        "=",
                        "017");
        assertThat(texts(mapping.targets().get(2).entries(EntryKind.TABLES))).containsExactly("~", "1_000");
        assertThat(mapping.unmapped().value()).isEqualTo(new Unmapped.MoveTo(Identifier.of("no")));
    }

    @Test
    void takesHostileNamesAsTheyAre() {
        TargetSchema target = parse(GOOD.resolve("hostile_names.yml")).targets().get(0);

        assertThat(target.name().value()).isEqualTo(Identifier.of("Order Items"));
        assertThat(target.owner().orElseThrow().value()).isEqualTo(Identifier.of("a\"b"));
        assertThat(target.entries(EntryKind.TABLES))
                .extracting(t -> t.value().exactName())
                .contains("Order Items", "a\"b", "select", "50%", "$1", "back\\slash", "a.b", "star*", "größen", "数字");
        assertThat(texts(target.entries(EntryKind.ROUTINES)))
                .containsExactly("f(public.money, numeric[])", "Place Order(uuid)");
    }

    @Test
    void knowsWhereEachValueWasWritten() {
        Mapping mapping = parse(GOOD.resolve("everything.yml"));
        TargetSchema shop = mapping.targets().get(0);

        assertThat(mapping.source().origin()).isEqualTo(new Origin("mapping.yml", 2, 9, "source"));
        assertThat(shop.name().origin()).isEqualTo(new Origin("mapping.yml", 4, 3, "schemas.ecommerce"));
        assertThat(shop.entries(EntryKind.TABLES).get(2).origin())
                .isEqualTo(new Origin("mapping.yml", 7, 35, "schemas.ecommerce.tables[3]"));
        assertThat(shop.policies().get(0).origin())
                .isEqualTo(new Origin("mapping.yml", 27, 9, "schemas.ecommerce.policies[1]"));
    }

    @Test
    void takesTheCommandLineBeforeThePomAndThePomBeforeTheFileAndTheFileBeforeTheDefault() {
        MappingTree file = YamlMappingReader.read(
                "{ schemas: { a: { tables: [t] } }, unmapped: keep, compatibility: none, routineBodies: fail }",
                "m.yml");
        ParsedMapping parsed = MappingParser.parse(new MappingSources(
                Map.of(MappingOption.UNMAPPED, "a"),
                Map.of(MappingOption.UNMAPPED, "fail", MappingOption.COMPATIBILITY, "search-path"),
                Optional.empty(),
                Optional.of(file)));

        assertThat(parsed.origins())
                .containsExactly(
                        "source = public (default)",
                        "unmapped = a (-Dschema.unmapped)",
                        "unmappedViews = follow (default)",
                        "compatibility = search-path (pom.xml compatibility)",
                        "routineBodies = fail (m.yml:1:88)",
                        "crossSchemaForeignKeys = warn (default)",
                        "schemas.a = 1 entry (m.yml:1:14)",
                        "schemas.a.tables = t (m.yml:1:28)");
    }

    @Test
    void takesTheSchemasOfThePomAsAWholeAndSaysSo() throws Exception {
        MappingTree file = YamlMappingReader.read("schemas:\n  a:\n    tables: [t]\nunmapped: keep\n", "m.yml");
        MappingTree pom =
                PomMappingReader.read(List.of(Xml.parse("<schemas><b><tables>u</tables></b></schemas>")), "pom.xml");
        ParsedMapping parsed =
                MappingParser.parse(new MappingSources(Map.of(), Map.of(), Optional.of(pom), Optional.of(file)));

        assertThat(parsed.mapping().orElseThrow().targets())
                .extracting(t -> t.name().value().value())
                .containsExactly("b");
        assertThat(parsed.notes())
                .containsExactly("The schemas of the POM are taken; those at m.yml:1:1 are not used.");
        assertThat(parsed.origins())
                .contains("unmapped = keep (m.yml:4:11)", "schemas.b = 1 entry (pom.xml schemas.b)");
    }

    @Test
    void saysThatTheCommandLineIsWrongWhereItIs() {
        MappingTree file = YamlMappingReader.read("{ schemas: { a: { tables: [t] } } }", "m.yml");
        ParsedMapping parsed = MappingParser.parse(new MappingSources(
                Map.of(
                        MappingOption.COMPATIBILITY, "viws",
                        MappingOption.SOURCE, "",
                        MappingOption.UNMAPPED, ""),
                Map.of(MappingOption.ROUTINE_BODIES, "x"),
                Optional.empty(),
                Optional.of(file)));

        assertThat(parsed.problems())
                .extracting(MappingProblem::toString)
                .containsExactly(
                        "-Dschema.compatibility: compatibility cannot be 'viws'; did you mean views? Write one of views,"
                                + " search-path, none",
                        "-Dschema.source: the name of a source schema is empty; write one",
                        "-Dschema.unmapped: unmapped cannot be ''; write one of fail, keep, a",
                        "pom.xml routineBodies: routineBodies cannot be 'x'; write one of rewrite, search-path, report,"
                                + " fail");
        assertThat(parsed.origins()).isEmpty();
    }

    @Test
    void saysThatThereIsNoMappingAtAll() {
        ParsedMapping parsed =
                MappingParser.parse(new MappingSources(Map.of(), Map.of(), Optional.empty(), Optional.empty()));

        assertThat(parsed.problems())
                .extracting(MappingProblem::toString)
                .containsExactly(
                        "nowhere: there is no mapping; write <schemas> in the plugin's <configuration>, or the key"
                                + " schemas in the file that schema.mappingFile names");
    }

    @Test
    void letsASchemaTakeTheRestWithoutEntriesOfItsOwn() {
        assertThat(parse("{ schemas: { a: {} }, unmapped: a }").targets()).hasSize(1);
    }

    @Test
    void sharesWhatAnAliasStandsFor() {
        Mapping mapping = parse(
                "schemas:\n  a: { tables: [t], access: &rights { usage: [app] } }\n  b: { tables: [u], access: *rights }\n");

        assertThat(mapping.targets().get(1).access())
                .isEqualTo(mapping.targets().get(0).access());
    }

    private static List<String> texts(List<Located<NamePattern>> entries) {
        return entries.stream().map(e -> e.value().text()).toList();
    }

    private static Mapping parse(Path file) {
        return parse(YamlMappingReader.read(file, "mapping.yml"));
    }

    private static Mapping parse(String yaml) {
        return parse(YamlMappingReader.read(yaml, "mapping.yml"));
    }

    private static Mapping parse(MappingTree tree) {
        ParsedMapping parsed = MappingParser.parse(MappingSources.of(tree));
        assertThat(parsed.problems()).isEmpty();
        return parsed.mapping().orElseThrow();
    }
}
