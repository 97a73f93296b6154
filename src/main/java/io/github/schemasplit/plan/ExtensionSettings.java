package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Extension;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.List;

/** What the transaction of a change must set because of the database's extensions. */
public final class ExtensionSettings {
    private static final Identifier CITUS = Identifier.of("citus");

    /** The first version of Citus that has schema-based sharding; an earlier one refuses to set what it does not know. */
    private static final int SCHEMA_BASED_SHARDING = 12;

    private ExtensionSettings() {}

    /** The settings, each as {@code name = value}. */
    public static List<String> of(Snapshot snapshot) {
        for (Extension extension : snapshot.all(Extension.class)) {
            if (extension.name().equals(CITUS) && extension.majorVersion() >= SCHEMA_BASED_SHARDING) {
                // A schema that is made is to be one of this server alone.
                return List.of("citus.enable_schema_based_sharding = off");
            }
        }
        return List.of();
    }
}
