package io.github.schemasplit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The JSON Schema that editors use says the same as the parser. */
class MappingSchemaTest {
    private static final Schema SCHEMA = schema();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();

    @TestFactory
    Stream<DynamicTest> acceptsWhatTheParserAccepts() {
        return Samples.GOOD.files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    assertThat(errors(file)).isEmpty();
                    assertThat(MappingParser.parse(MappingSources.of(YamlMappingReader.read(file, "m.yml")))
                                    .problems())
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatTheParserRefusesForItsShape() {
        return Samples.SHAPE.files().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(errors(file)).isNotEmpty()));
    }

    @Test
    void refusesEachPolicyThatTheParserRefuses() {
        String policy = "{\"schemas\":{\"a\":{\"policies\":[%s]}}}";
        for (String bad : List.of(
                "{\"name\":\"p\",\"using\":\"true\"}",
                "{\"table\":\"t\",\"using\":\"true\"}",
                "{\"table\":\"t\",\"name\":\"p\"}",
                "{\"table\":\"t\",\"column\":\"c\",\"name\":\"p\",\"using\":\"true\"}",
                "{\"table\":\"t\",\"name\":\"p\",\"drop\":true,\"using\":\"true\"}",
                "{\"table\":\"t\",\"name\":\"p\",\"drop\":false}",
                "{\"table\":\"t\",\"name\":\"p\",\"as\":\"strict\",\"using\":\"true\"}",
                "{\"table\":\"t\",\"name\":\"p\",\"for\":\"insert\",\"using\":\"true\"}",
                "{\"table\":\"t\",\"name\":\"p\",\"for\":\"select\",\"check\":\"true\"}",
                "{\"table\":\"t\",\"name\":\"p\",\"for\":\"delete\",\"using\":\"true\",\"check\":\"true\"}")) {
            assertThat(SCHEMA.validate(policy.formatted(bad), InputFormat.JSON))
                    .as(bad)
                    .isNotEmpty();
        }
        for (String good : List.of(
                "{\"table\":\"t\",\"name\":\"p\",\"for\":\"insert\",\"check\":\"true\"}",
                "{\"column\":\"c\",\"name\":\"p\",\"drop\":true}")) {
            assertThat(SCHEMA.validate(policy.formatted(good), InputFormat.JSON))
                    .as(good)
                    .isEmpty();
        }
    }

    @Test
    void refusesEachEntryThatTheParserRefuses() {
        for (String key : List.of("tables", "views", "types", "routines")) {
            for (String bad : List.of("", " t", "t ", "public.t", "t\\\\", "a\\u0000b")) {
                String json = "{\"schemas\":{\"a\":{\"%s\":[\"%s\"]}}}".formatted(key, bad);
                assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isNotEmpty();
            }
        }
        for (String bad : List.of("f(uuid", "integer)", "(integer)", "s.f(integer)", "f(integer) ")) {
            String json = "{\"schemas\":{\"a\":{\"routines\":[\"%s\"]}}}".formatted(bad);
            assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isNotEmpty();
        }
    }

    @Test
    void namesEveryOptionWithItsDefault() throws IOException {
        var properties = new ObjectMapper().readTree(text()).path("properties");
        for (MappingOption option : MappingOption.values()) {
            assertThat(properties.path(option.key()).path("default").asText()).isEqualTo(option.defaultText());
            assertThat(properties.path(option.key()).path("description").asText())
                    .isNotBlank();
        }
        assertThat(properties.size()).isEqualTo(MappingOption.values().length + 2);
        assertThat(Arrays.stream(Compatibility.values()).map(MappingOption::text))
                .containsExactlyElementsOf(
                        words(properties.path("compatibility").path("enum")));
        assertThat(Arrays.stream(RoutineBodies.values()).map(MappingOption::text))
                .containsExactlyElementsOf(
                        words(properties.path("routineBodies").path("enum")));
        assertThat(Arrays.stream(CrossSchemaForeignKeys.values()).map(MappingOption::text))
                .containsExactlyElementsOf(
                        words(properties.path("crossSchemaForeignKeys").path("enum")));
    }

    private static List<String> words(JsonNode list) {
        return new ObjectMapper().convertValue(list, new TypeReference<List<String>>() {});
    }

    /** As an editor sees the file: with the types that YAML 1.2 gives to scalars. */
    private static List<?> errors(Path file) throws IOException {
        Object value = YAML.readValue(Files.readString(file), Object.class);
        return SCHEMA.validate(new ObjectMapper().writeValueAsString(value), InputFormat.JSON);
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text());
    }

    private static String text() {
        try (InputStream in = MappingParser.class.getResourceAsStream("mapping.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
