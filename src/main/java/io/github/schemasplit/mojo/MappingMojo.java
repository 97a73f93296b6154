package io.github.schemasplit.mojo;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.mapping.CrossSchemaForeignKeys;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.MappingTree;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.PomMappingReader;
import io.github.schemasplit.mapping.SupabaseConfigReader;
import io.github.schemasplit.mapping.SupabaseFile;
import io.github.schemasplit.mapping.XmlElement;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.usecase.BaselineFile;
import io.github.schemasplit.usecase.GoalStoppedException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** What the goals share that work from a mapping. */
abstract class MappingMojo extends SchemaMojo {
    private static final String SUPABASE_CONFIG = "supabase/config.toml";

    /**
     * The target schemas and what goes there. It wins over the schemas of {@code mappingFile}. Default: none. Example:
     * {@code <shop><tables>orders, order_items</tables></shop>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable PlexusConfiguration schemas;

    /**
     * The roles that are made where they are missing, each with {@code NOLOGIN} and no other attribute; access or policies of the
     * mapping name them. It wins over the same key of {@code mappingFile}. Default: none. Example:
     * {@code <role>reporting</role>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable PlexusConfiguration createRoles;

    /**
     * The mapping as a YAML file. Default: none. Example: {@code src/main/schema/mapping.yml}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.MAPPING_FILE)
    private @Nullable File mappingFile;

    /**
     * The schema to move from. Default: {@code public}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.SOURCE)
    private @Nullable String source;

    /**
     * What to do with tables that no entry names: {@code fail}, {@code keep}, or a target schema's name. Default: {@code fail}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.UNMAPPED)
    private @Nullable String unmapped;

    /**
     * What to do with views that no entry names: {@code follow} what they read when that goes to one schema, {@code stay}, or a
     * target schema's name. Default: {@code follow}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.UNMAPPED_VIEWS)
    private @Nullable String unmappedViews;

    /**
     * How old names keep working: as {@code views}; without a schema by {@code search-path}, for which the settings of the database and of
     * roles get the new schemas; or not at all with {@code none}. What the mapping says of a schema or of a table comes before it. Default:
     * {@code views}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.COMPATIBILITY)
    private @Nullable String compatibility;

    /**
     * What to do with routines, and jobs of pg_cron, that name moved tables in their text: {@code rewrite} writes the new schema in
     * it, {@code search-path} gives routines a path by which they find it, {@code report} tells of them, {@code fail} moves nothing then.
     * Default: {@code rewrite}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.ROUTINE_BODIES)
    private @Nullable String routineBodies;

    /**
     * What foreign keys between target schemas are: {@code allow}, {@code warn} or {@code fail}, but for those that {@code baseline} has.
     * Default: {@code warn}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.CROSS_SCHEMA_FOREIGN_KEYS)
    private @Nullable String crossSchemaForeignKeys;

    /**
     * What may refer from one schema of the mapping to another, as a YAML file: {@code schema:verify} fails for what is not in there;
     * so do the other goals for foreign keys, where {@code crossSchemaForeignKeys} is {@code fail}. Default:
     * {@code schema-baseline.yml} beside the POM, if there is one. Example: {@code src/main/schema/baseline.yml}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.BASELINE)
    private @Nullable File baseline;

    /**
     * The project's configuration of the Supabase command line, whose {@code [api]} is compared with what the API serves by the database.
     * Default: {@code supabase/config.toml}, where there is one. Example: {@code ../supabase/config.toml}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.SUPABASE_CONFIG)
    private @Nullable File supabaseConfig;

    MappingMojo(Components components) {
        super(components);
    }

    /**
     * The mapping, from the command line, the POM and the file. While it is read, the connection is begun.
     *
     * @throws GoalStoppedException with everything that is wrong with it
     * @throws MojoExecutionException when the command line sets something to nothing
     */
    final ParsedMapping mapping() throws MojoExecutionException {
        connectEarly();
        return mappingAlone();
    }

    /** The same for a goal that may do without a database. */
    final ParsedMapping mappingAlone() throws MojoExecutionException {
        ParsedMapping parsed =
                MappingParser.parse(new MappingSources(commandLine(), configured(), pom(), file(), supabase()));
        if (!parsed.problems().isEmpty()) {
            throw new GoalStoppedException("The mapping is not valid", Analysis.of(parsed.problems()));
        }
        print(parsed.notes());
        if (getLog().isDebugEnabled()) {
            for (String line : parsed.origins()) {
                getLog().debug(line);
            }
        }
        boolean refuses =
                parsed.mapping().orElseThrow().crossSchemaForeignKeys().value() == CrossSchemaForeignKeys.FAIL;
        return refuses ? parsed.with(baseline(true).baseline()) : parsed;
    }

    /** Whether the user says where the baseline is. */
    final boolean namesBaseline() throws MojoExecutionException {
        return path(Property.BASELINE, baseline).isPresent();
    }

    /**
     * The baseline, which may miss or has to be there.
     *
     * @throws GoalStoppedException with everything that is wrong with it
     */
    final BaselineFile baseline(boolean mayMiss) throws MojoExecutionException {
        Path file = path(Property.BASELINE, baseline).orElseGet(() -> resolve(BaselineOption.DEFAULT));
        return BaselineOption.read(file, relative(file), mayMiss);
    }

    private Optional<MappingTree> pom() {
        List<XmlElement> elements = new ArrayList<>();
        if (schemas != null) {
            elements.add(PomXml.element(schemas));
        }
        if (createRoles != null) {
            elements.add(PomXml.element(createRoles));
        }
        return elements.isEmpty() ? Optional.empty() : Optional.of(PomMappingReader.read(elements, "pom.xml"));
    }

    /** The file that the mapping is in, if it is in one of its own. */
    final Optional<Path> mappingFile() throws MojoExecutionException {
        return path(Property.MAPPING_FILE, mappingFile);
    }

    private Optional<MappingTree> file() throws MojoExecutionException {
        Optional<Path> file = mappingFile();
        return file.isPresent()
                ? Optional.of(YamlMappingReader.read(file.get(), relative(file.get())))
                : Optional.empty();
    }

    /** A file that the user names has to be there. */
    private Optional<SupabaseFile> supabase() throws MojoExecutionException {
        Optional<Path> named = path(Property.SUPABASE_CONFIG, supabaseConfig);
        Path file = named.isPresent() ? named.get() : resolve(SUPABASE_CONFIG);
        return named.isPresent() || Files.exists(file)
                ? Optional.of(SupabaseConfigReader.read(file, relative(file)))
                : Optional.empty();
    }

    private Map<MappingOption, String> commandLine() throws MojoExecutionException {
        Map<MappingOption, String> given = new EnumMap<>(MappingOption.class);
        for (MappingOption option : MappingOption.values()) {
            Optional<String> value = options().commandLine(option.property());
            if (value.isPresent()) {
                given.put(option, value.get());
            }
        }
        return given;
    }

    private Map<MappingOption, String> configured() {
        Map<MappingOption, String> given = new EnumMap<>(MappingOption.class);
        put(given, MappingOption.SOURCE, source);
        put(given, MappingOption.UNMAPPED, unmapped);
        put(given, MappingOption.UNMAPPED_VIEWS, unmappedViews);
        put(given, MappingOption.COMPATIBILITY, compatibility);
        put(given, MappingOption.ROUTINE_BODIES, routineBodies);
        put(given, MappingOption.CROSS_SCHEMA_FOREIGN_KEYS, crossSchemaForeignKeys);
        return given;
    }

    private static void put(Map<MappingOption, String> given, MappingOption option, @Nullable String value) {
        if (value != null) {
            given.put(option, value);
        }
    }
}
