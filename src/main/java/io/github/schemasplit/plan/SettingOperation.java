package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives one setting of the database or of a role another value.
 *
 * <p>SET of a setting that is there keeps its place among the others, and a new one is their last; so RESET of what SET has added
 * is exact, whatever else was set before.
 */
public sealed interface SettingOperation extends Operation permits AlterSearchPath, AlterServedSchemas {
    /** Whose setting; empty for the database's own, which holds for roles that set none. */
    Optional<Identifier> holder();

    /** Whether it is the role's setting for all databases that have no other. */
    boolean everywhere();

    /** The name of the setting. */
    String setting();

    /** Its value before, as the server keeps it; empty for none. */
    Optional<String> valueBefore();

    /** Its value afterwards, as the server keeps it; empty for none. */
    Optional<String> valueAfter();

    /** What it is where it is not set, as far as that counts for what it is set to. */
    Optional<String> valueOtherwise();

    /** The schemas that it has after and had not before or, of one that takes that back, the other way round. */
    List<Identifier> schemas();

    /** Whether it adds schemas, and does not take them away. */
    boolean adds();

    /** Whether settings, each as {@code name=value}, hold the value before. */
    boolean isBefore(List<String> settings);

    /** Whether settings, each as {@code name=value}, hold the value afterwards. */
    boolean isAfter(List<String> settings);

    /** Whether the role that a snapshot was read as may set it. */
    boolean isSettable(Snapshot snapshot);

    /** The same for a copy of the database that is called otherwise. */
    SettingOperation in(Identifier other);

    /** The statement up to the name of the database, for who names another. */
    Statement beforeDatabase();

    /** The statement from there on. */
    Statement afterDatabase();

    @Override
    SettingOperation inverse();

    /** Where it is set. */
    default Place place() {
        return new Place(holder(), everywhere());
    }

    /**
     * Where something is set.
     *
     * @param holder for whose sessions; empty for those of the database
     * @param everywhere whether it is for all databases
     */
    record Place(Optional<Identifier> holder, boolean everywhere) {
        /** What is set there, each as {@code name=value}. */
        public List<String> settings(Snapshot snapshot) {
            if (holder.isEmpty()) {
                return snapshot.server().databaseSettings();
            }
            Optional<Role> found = snapshot.role(holder.get());
            return found.map(own -> everywhere ? own.settingsEverywhere() : own.settingsHere())
                    .orElse(List.of());
        }
    }

    /** What is set in a snapshot's database at the place of what it sets. */
    default List<String> settings(Snapshot snapshot) {
        return place().settings(snapshot);
    }

    /** Whether settings, each as {@code name=value}, hold any value of it. */
    default boolean isSet(List<String> settings) {
        return settings.stream().anyMatch(setting -> setting.startsWith(setting() + "="));
    }

    /** Settings of its place, each as {@code name=value}, once it is carried out. */
    default List<String> after(List<String> settings) {
        Optional<String> written = valueAfter().map(value -> setting() + "=" + value);
        List<String> after = new ArrayList<>();
        for (String setting : settings) {
            if (setting.startsWith(setting() + "=")) {
                written.ifPresent(after::add);
            } else {
                after.add(setting);
            }
        }
        if (!isSet(settings)) {
            written.ifPresent(after::add);
        }
        return List.copyOf(after);
    }

    /** The state of a database holds the settings of roles in it. */
    @Override
    default boolean changes(CatalogObject object) {
        return (object.id().catalog() == Catalog.PG_DATABASE && !everywhere())
                || (object instanceof Role role && holder().equals(Optional.of(role.name())));
    }
}
