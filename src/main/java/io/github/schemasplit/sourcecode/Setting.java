package io.github.schemasplit.sourcecode;

import java.util.Locale;

/**
 * A setting in a file of settings.
 *
 * @param key its name, with that of the section in TOML; the last one in YAML; empty where a list has none
 * @param value its value
 */
record Setting(String key, Literal value) {
    /** The last part of its name, in lower case and without underscores and hyphens. */
    String plainKey() {
        String last = key.substring(key.lastIndexOf('.') + 1);
        return last.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
