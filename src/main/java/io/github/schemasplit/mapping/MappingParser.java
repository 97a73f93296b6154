package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a mapping of its sources, and finds everything that is wrong with its form at once. */
public final class MappingParser {
    private static final String SCHEMAS = "schemas";
    static final String CREATE_ROLES = "createRoles";
    private static final List<String> KEYS = keys();
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

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        keys.add(SCHEMAS);
        keys.add(CREATE_ROLES);
        for (MappingOption option : MappingOption.values()) {
            keys.add(option.key());
        }
        return List.copyOf(keys);
    }

    private ParsedMapping parse() {
        Optional<FieldsReader> file = top(sources.file());
        Optional<FieldsReader> pom = top(sources.pom());
        if (sources.supabase().isPresent()) {
            problems.addAll(sources.supabase().get().problems());
        }
        OptionParser options = new OptionParser(sources, file, problems);
        List<MappingNode.Field> schemas = schemas(written(file, pom));
        Located<Identifier> source = options.source();
        Located<Unmapped> unmapped = options.unmapped(names(schemas));
        Located<UnmappedViews> unmappedViews = options.unmappedViews(names(schemas));
        Set<Identifier> takers = takers(unmapped.value(), unmappedViews.value());
        List<TargetSchema> targets = targets(schemas, new SchemaParser(takers, problems));
        new TargetChecks(source, targets, problems).check();
        List<Located<Identifier>> createRoles = new CreateRolesParser(targets, problems).parse(file, pom);
        Mapping mapping = new Mapping(
                source,
                targets,
                createRoles,
                unmapped,
                unmappedViews,
                options.choice(MappingOption.COMPATIBILITY, Compatibility.class),
                options.choice(MappingOption.ROUTINE_BODIES, RoutineBodies.class),
                options.choice(MappingOption.CROSS_SCHEMA_FOREIGN_KEYS, CrossSchemaForeignKeys.class),
                Optional.empty(),
                sources.supabase().isPresent() ? sources.supabase().get().config() : Optional.empty());
        List<MappingProblem> found = problems.all();
        return new ParsedMapping(found.isEmpty() ? Optional.of(mapping) : Optional.empty(), found, notes);
    }

    private static Set<Identifier> takers(Unmapped unmapped, UnmappedViews views) {
        Set<Identifier> takers = new HashSet<>();
        if (unmapped instanceof Unmapped.MoveTo to) {
            takers.add(to.schema());
        }
        if (views instanceof UnmappedViews.MoveTo to) {
            takers.add(to.schema());
        }
        return takers;
    }

    private Optional<FieldsReader> top(Optional<MappingTree> tree) {
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        problems.addAll(tree.get().problems());
        Optional<MappingNode> root = tree.get().root();
        Optional<MappingNode.Fields> fields = root.isPresent()
                ? FieldsReader.map("a mapping", root.get(), "a map with the key schemas", problems)
                : Optional.empty();
        return fields.isPresent()
                ? Optional.of(new FieldsReader(fields.get(), "a mapping", KEYS, problems))
                : Optional.empty();
    }

    private static Optional<MappingNode.Field> schemasOf(Optional<FieldsReader> top) {
        return top.isPresent() ? top.get().field(SCHEMAS) : Optional.empty();
    }

    /** The schemas of the POM, else those of the file; that there are none is said only when all sources could be read. */
    private Optional<MappingNode.Field> written(Optional<FieldsReader> file, Optional<FieldsReader> pom) {
        Optional<MappingNode.Field> inPom = schemasOf(pom);
        Optional<MappingNode.Field> inFile = schemasOf(file);
        if (inPom.isPresent() && inFile.isPresent()) {
            notes.add(
                    "The schemas of the POM are taken; those at " + inFile.get().origin() + " are not used.");
        }
        if (inPom.isEmpty()
                && inFile.isEmpty()
                && file.isPresent() == sources.file().isPresent()) {
            problems.add(
                    file.isPresent() ? file.get().origin() : Origin.NOWHERE,
                    "there is no mapping; write <schemas> in the plugin's <configuration>, or the key schemas in the file"
                            + " that schema.mappingFile names");
        }
        return inPom.isPresent() ? inPom : inFile;
    }

    /** The schemas, each with its name as the key. */
    private List<MappingNode.Field> schemas(Optional<MappingNode.Field> written) {
        Optional<MappingNode.Fields> schemas = written.isPresent()
                ? FieldsReader.map(SCHEMAS, written.get().value(), WANTED, problems)
                : Optional.empty();
        if (schemas.isEmpty()) {
            return List.of();
        }
        if (schemas.get().fields().isEmpty()) {
            problems.add(schemas.get().origin(), "schemas is empty; write at least one schema below it");
        }
        return schemas.get().fields();
    }

    private static List<String> names(List<MappingNode.Field> schemas) {
        List<String> names = new ArrayList<>();
        for (MappingNode.Field schema : schemas) {
            names.add(schema.key());
        }
        return names;
    }

    private static List<TargetSchema> targets(List<MappingNode.Field> schemas, SchemaParser parser) {
        List<TargetSchema> targets = new ArrayList<>();
        for (MappingNode.Field schema : schemas) {
            Optional<TargetSchema> target = parser.parse(schema);
            if (target.isPresent()) {
                targets.add(target.get());
            }
        }
        return targets;
    }
}
