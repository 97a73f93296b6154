package io.github.schemasplit.mapping;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code [api]} of a {@code supabase/config.toml}; what else is in the file is the Supabase command line's business. */
public final class SupabaseConfigReader {
    private static final String API = "api";

    private SupabaseConfigReader() {}

    /**
     * Reads a file; whatever is wrong with it is a problem of the result.
     *
     * @param name its name as the user knows it, for messages
     */
    public static SupabaseFile read(Path file, String name) {
        try {
            return read(Files.readString(file, StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            return unreadable(
                    Origin.of(name, ""),
                    "the file cannot be read (" + e.getClass().getSimpleName()
                            + "); set schema.supabaseConfig to the project's config.toml, in UTF-8");
        }
    }

    /**
     * Reads text; whatever is wrong with it is a problem of the result.
     *
     * @param name where it comes from, for messages
     */
    public static SupabaseFile read(String text, String name) {
        JsonNode api;
        try {
            api = new TomlMapper().readTree(text).path(API);
        } catch (JacksonException e) {
            return unreadable(
                    new Origin(
                            name, e.getLocation().getLineNr(), e.getLocation().getColumnNr(), ""),
                    "this is not TOML: " + e.getOriginalMessage());
        }
        Problems problems = new Problems();
        SupabaseConfig config = new SupabaseConfig(
                name, texts(api, "schemas", name, problems), texts(api, "extra_search_path", name, problems));
        return new SupabaseFile(Optional.of(config), problems.all());
    }

    private static SupabaseFile unreadable(Origin origin, String message) {
        return new SupabaseFile(Optional.empty(), List.of(new MappingProblem(origin, message)));
    }

    private static Optional<List<String>> texts(JsonNode api, String key, String name, Problems problems) {
        JsonNode list = api.path(key);
        if (list.isMissingNode()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        boolean isList = list.isArray();
        for (JsonNode item : list) {
            isList &= item.isTextual();
            texts.add(item.asText());
        }
        if (!isList) {
            problems.add(Origin.of(name, API + "." + key), key + " wants a list of names, such as [\"public\"]");
            return Optional.empty();
        }
        return Optional.of(texts);
    }
}
