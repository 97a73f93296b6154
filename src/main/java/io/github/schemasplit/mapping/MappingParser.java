package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a mapping of its sources, and finds everything that is wrong with its form at once. */
public final class MappingParser {
    private static final String SCHEMAS = "schemas";
    private static final List<String> KEYS = Stream.concat(
                    Stream.of(SCHEMAS), Arrays.stream(MappingOption.values()).map(MappingOption::key))
            .toList();
    private static final String WANTED = "a map from schema names to what goes there";

    private final MappingSources sources;
    private final Problems problems = new Problems();
    private final List<String> notes = new ArrayList<>();

    private MappingParser(MappingSources sources) {
        this.sources = sources;
    }

    public static ParsedMapping parse(MappingSources sources) {
        return new MappingParser(sources).parse();
    }

    private ParsedMapping parse() {
        Optional<FieldsReader> file = sources.file().flatMap(this::top);
        Optional<FieldsReader> pom = sources.pomSchemas().flatMap(this::top);
        OptionParser options = new OptionParser(sources, file, problems);
        Optional<MappingNode.Field> written = schemas(file, pom);
        Optional<MappingNode.Fields> schemas =
                written.flatMap(w -> FieldsReader.map(SCHEMAS, w.value(), WANTED, problems));
        schemas.filter(s -> s.fields().isEmpty())
                .ifPresent(s -> problems.add(s.origin(), "schemas is empty; write at least one schema below it"));
        List<String> names = schemas.map(
                        s -> s.fields().stream().map(MappingNode.Field::key).toList())
                .orElse(List.of());
        Located<Identifier> source = options.source();
        Located<Unmapped> unmapped = options.unmapped(names);
        SchemaParser parser = new SchemaParser(unmapped.value(), problems);
        List<TargetSchema> targets = schemas.stream()
                .flatMap(s -> s.fields().stream())
                .flatMap(field -> parser.parse(field).stream())
                .toList();
        new TargetChecks(source, targets, problems).check();
        Mapping mapping = new Mapping(
                source,
                targets,
                unmapped,
                options.choice(MappingOption.COMPATIBILITY, Compatibility.class),
                options.choice(MappingOption.ROUTINE_BODIES, RoutineBodies.class),
                options.choice(MappingOption.CROSS_SCHEMA_FOREIGN_KEYS, CrossSchemaForeignKeys.class));
        List<MappingProblem> found = problems.all();
        return new ParsedMapping(found.isEmpty() ? Optional.of(mapping) : Optional.empty(), found, notes);
    }

    private Optional<FieldsReader> top(MappingTree tree) {
        problems.addAll(tree.problems());
        return tree.root()
                .flatMap(root -> FieldsReader.map("a mapping", root, "a map with the key schemas", problems))
                .map(fields -> new FieldsReader(fields, "a mapping", KEYS, problems));
    }

    /** The schemas of the POM, else those of the file; that there are none is said only when all sources could be read. */
    private Optional<MappingNode.Field> schemas(Optional<FieldsReader> file, Optional<FieldsReader> pom) {
        Optional<MappingNode.Field> inPom = pom.flatMap(p -> p.field(SCHEMAS));
        Optional<MappingNode.Field> inFile = file.flatMap(f -> f.field(SCHEMAS));
        if (inPom.isPresent() && inFile.isPresent()) {
            notes.add(
                    "The schemas of the POM are taken; those at " + inFile.get().origin() + " are not used.");
        }
        if (inPom.isEmpty()
                && inFile.isEmpty()
                && file.isPresent() == sources.file().isPresent()) {
            problems.add(
                    file.map(FieldsReader::origin).orElse(Origin.NOWHERE),
                    "there is no mapping; write <schemas> in the plugin's <configuration>, or the key schemas in the file"
                            + " that schema.mappingFile names");
        }
        return inPom.or(() -> inFile);
    }
}
