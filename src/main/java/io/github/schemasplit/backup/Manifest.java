package io.github.schemasplit.backup;

import io.github.schemasplit.jdbc.DatabaseProperties;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup holds, so that what is restored from it can be compared with it. It stands beside the archive.
 *
 * @param madeAt when it was made
 * @param madeBy this plugin's version
 * @param origin where it is from
 * @param database what the archive does not restore
 * @param archive the archive
 * @param data whether it has the rows
 * @param schema the schema that it is of; otherwise it is of the whole database
 * @param roles the roles that own or may use what it holds: they belong to the server, and are not in it
 * @param objects the hash of each object's definition, by its kind and name
 * @param rows how many rows each table had; none without data
 * @param sequences how far each sequence was that had been used, by its name; none without data
 * @param largeObjects how many large objects the database had, which are in the archive of a whole one alone; none without data
 * @param selection what is taken of the archive, where it is of a schema
 * @param warnings what the dump said that it lacks
 */
public record Manifest(
        Instant madeAt,
        String madeBy,
        Origin origin,
        DatabaseProperties database,
        Archive archive,
        boolean data,
        Optional<String> schema,
        List<String> roles,
        SortedMap<String, String> objects,
        SortedMap<String, Long> rows,
        SortedMap<String, Long> sequences,
        long largeObjects,
        List<ArchiveItem> selection,
        List<String> warnings) {
    public Manifest {
        roles = List.copyOf(roles);
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
        selection = List.copyOf(selection);
        warnings = List.copyOf(warnings);
    }

    /**
     * Where a backup is from.
     *
     * @param system the server's identifier, the same as long as its data directory lives; empty where the role may not ask
     * @param databaseOid the database's OID
     * @param serverVersion such as {@code 15.18}
     * @param programVersion that of the {@code pg_dump} that made it
     */
    public record Origin(Optional<String> system, long databaseOid, String serverVersion, String programVersion) {
        public int serverMajor() {
            return major(serverVersion);
        }

        public int programMajor() {
            return major(programVersion);
        }

        private static int major(String version) {
            return Integer.parseInt(version.split("\\D", 2)[0]);
        }
    }

    /**
     * The archive.
     *
     * @param file its name, beside the manifest
     * @param format its format
     * @param bytes its size
     * @param sha256 its checksum
     * @param items how many items its table of contents has
     */
    public record Archive(String file, DumpFormat format, long bytes, String sha256, int items) {}

    /** One hash over the definitions of all that it holds. */
    public String fingerprint() {
        return fingerprint(objects);
    }

    /** One hash over definitions. */
    public static String fingerprint(SortedMap<String, String> objects) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> object : objects.entrySet()) {
            text.append(object.getKey()).append('\n').append(object.getValue()).append('\n');
        }
        return Checksum.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** How many rows its tables have together. */
    public long allRows() {
        return rows.values().stream().mapToLong(n -> n).sum();
    }

    /** Whether it is of a database. */
    public boolean isOf(Optional<String> system, long oid, String name) {
        boolean sameServer =
                origin.system().isEmpty() || system.isEmpty() || origin.system().equals(system);
        return sameServer && origin.databaseOid() == oid && database.name().equals(name);
    }
}
