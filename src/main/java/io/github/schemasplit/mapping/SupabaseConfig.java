package io.github.schemasplit.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What a project's {@code supabase/config.toml} says of its API. The Supabase command line serves by it, locally and, after
 * {@code supabase config push}, where the project is hosted.
 *
 * @param name the file's name as the user knows it
 * @param schemas the schemas that the API serves, in order; empty where it does not say
 * @param extraSearchPath the schemas in which the API looks besides the one that is asked for; empty where it does not say
 * @see <a href="https://supabase.com/docs/guides/local-development/cli/config">Supabase CLI config</a>
 */
public record SupabaseConfig(String name, Optional<List<String>> schemas, Optional<List<String>> extraSearchPath) {
    public SupabaseConfig {
        schemas = schemas.map(List::copyOf);
        extraSearchPath = extraSearchPath.map(List::copyOf);
    }

    /** A line of such a file. */
    public static String line(String key, List<String> schemas) {
        List<String> quoted = schemas.stream()
                .map(schema -> '"' + schema.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .toList();
        return key + " = [" + String.join(", ", quoted) + "]";
    }
}
