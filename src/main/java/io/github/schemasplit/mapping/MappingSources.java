package io.github.schemasplit.mapping;

import java.util.Map;
import java.util.Optional;

/**
 * All that a mapping is made of. A property of the command line wins over the POM, the POM over the file, and the file over
 * the default; the POM's schemas win over the file's as a whole.
 *
 * @param properties the options that the command line sets
 * @param pomOptions the options that the POM sets
 * @param pom the POM's {@code <schemas>} and {@code <createRoles>}, as {@link PomMappingReader} reads them
 * @param file the mapping file, as {@link YamlMappingReader} reads it
 * @param supabase the project's {@code supabase/config.toml}, where there is one, as {@link SupabaseConfigReader} reads it
 */
public record MappingSources(
        Map<MappingOption, String> properties,
        Map<MappingOption, String> pomOptions,
        Optional<MappingTree> pom,
        Optional<MappingTree> file,
        Optional<SupabaseFile> supabase) {
    public MappingSources {
        properties = Map.copyOf(properties);
        pomOptions = Map.copyOf(pomOptions);
    }

    /** Without a {@code supabase/config.toml}. */
    public MappingSources(
            Map<MappingOption, String> properties,
            Map<MappingOption, String> pomOptions,
            Optional<MappingTree> pomSchemas,
            Optional<MappingTree> file) {
        this(properties, pomOptions, pomSchemas, file, Optional.empty());
    }

    /** A mapping file alone. */
    public static MappingSources of(MappingTree file) {
        return new MappingSources(Map.of(), Map.of(), Optional.empty(), Optional.of(file));
    }
}
