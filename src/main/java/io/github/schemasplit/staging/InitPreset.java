package io.github.schemasplit.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a new embedded database is given before the init scripts run: what these find where they run in earnest. */
public enum InitPreset {
    /**
     * A new Supabase project: its roles with their settings, its schemas with what applications refer to of them, and the default
     * privileges of what is made in {@code public}.
     *
     * @see <a href="https://supabase.com/docs/guides/database/postgres/roles">Postgres roles of Supabase</a>
     */
    SUPABASE("roles", "schemas", "auth", "storage");

    private final List<String> scripts;

    InitPreset(String... scripts) {
        this.scripts =
                Stream.of(scripts).map(script -> word() + "/" + script + ".sql").toList();
    }

    /** The preset that a word names. */
    public static Optional<InitPreset> named(String word) {
        return Stream.of(values()).filter(preset -> preset.word().equals(word)).findFirst();
    }

    /** The words for all of them. */
    public static String words() {
        return Stream.of(values()).map(InitPreset::word).collect(Collectors.joining(" or "));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its scripts, in order, by their places beside this class. */
    List<String> scripts() {
        return scripts;
    }

    /** What one of its scripts holds. */
    static byte[] content(String script) {
        try (InputStream in = InitPreset.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException(script + " is missing from the plugin's jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + script, e);
        }
    }
}
