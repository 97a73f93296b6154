package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Extension;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.List;

/** What the transaction of a change must set because of the database's extensions. */
public final class ExtensionSettings {
    private static final Identifier CITUS = Identifier.of("citus");

    private ExtensionSettings() {}

    /** The settings, each as {@code name = value}. */
    public static List<String> of(Snapshot snapshot) {
        for (Extension extension : snapshot.all(Extension.class)) {
            if (extension.name().equals(CITUS)) {
                // A schema that is made is to be one of this server alone.
                return List.of("citus.enable_schema_based_sharding = off");
            }
        }
        return List.of();
    }
}
