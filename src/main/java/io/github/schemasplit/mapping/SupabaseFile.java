package io.github.schemasplit.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What was read of a project's {@code supabase/config.toml}.
 *
 * @param config what it says; empty when it could not be read
 * @param problems what is wrong with it; never empty when it could not be read
 */
public record SupabaseFile(Optional<SupabaseConfig> config, List<MappingProblem> problems) {
    public SupabaseFile {
        problems = List.copyOf(problems);
    }
}
