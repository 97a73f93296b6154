package io.github.schemasplit.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The options of a mapping: what is written beside its schemas, and can be set with {@code -D} too. */
public enum MappingOption {
    SOURCE("source", "public"),
    UNMAPPED("unmapped", "fail"),
    UNMAPPED_VIEWS("unmappedViews", "follow"),
    COMPATIBILITY("compatibility", "views"),
    ROUTINE_BODIES("routineBodies", "rewrite"),
    CROSS_SCHEMA_FOREIGN_KEYS("crossSchemaForeignKeys", "warn");

    private final String key;
    private final String defaultText;

    MappingOption(String key, String defaultText) {
        this.key = key;
        this.defaultText = defaultText;
    }

    /** Its key in YAML and its element in the POM. */
    public String key() {
        return key;
    }

    /** The property that sets it on the command line. */
    public String property() {
        return "schema." + key;
    }

    /** What a message tells the user who should set it: the name that the POM and YAML know, and the property. */
    public String advice(String value) {
        return "set the option " + key + " to " + value + " (" + property() + "=" + value + ")";
    }

    /** What holds when nobody sets it, as it would be written. */
    public String defaultText() {
        return defaultText;
    }

    /** A value, of those that have a few fixed ones, as it would be written. */
    public static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All of them, each as it would be written. */
    static List<String> texts(Enum<?>[] values) {
        List<String> texts = new ArrayList<>();
        for (Enum<?> value : values) {
            texts.add(text(value));
        }
        return List.copyOf(texts);
    }
}
