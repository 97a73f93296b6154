package io.github.schemasplit.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.schemasplit.jdbc.DatabaseLocale;
import io.github.schemasplit.jdbc.DatabaseLocale.Provider;
import io.github.schemasplit.jdbc.DatabaseProperties;
import io.github.schemasplit.jdbc.DatabaseProperties.Grant;
import io.github.schemasplit.jdbc.DatabaseProperties.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads manifests, strictly: one that was edited, or written by something else, is no basis for a restore. */
public final class ManifestReader {
    private static final Set<String> FORMATS = Set.of(DumpFormat.CUSTOM.text(), DumpFormat.DIRECTORY.text());

    private final Path file;

    private ManifestReader(Path file) {
        this.file = file;
    }

    /**
     * @throws BackupFileException when it is not there, or is not a manifest that this version reads
     */
    public static Manifest read(Path file) {
        return new ManifestReader(file).read();
    }

    private Manifest read() {
        if (!Files.isRegularFile(file)) {
            throw new BackupFileException(
                    "There is no manifest " + file + ". Name the .json that schema:backup wrote beside the archive.");
        }
        try {
            JsonNode root = JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(Files.readString(file));
            return manifest(root);
        } catch (JacksonException e) {
            throw new BackupFileException(
                    "The manifest " + file + " is not JSON: " + e.getOriginalMessage() + " (line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + "). " + remedy(),
                    e);
        } catch (IOException e) {
            throw new BackupFileException("The manifest " + file + " can not be read: " + e.getMessage(), e);
        }
    }

    private Manifest manifest(JsonNode root) {
        long format = root.isObject() && root.path("format").isIntegralNumber()
                ? root.path("format").longValue()
                : 0;
        if (format < 1) {
            throw new BackupFileException("The file " + file + " is not a manifest of schema:backup. "
                    + "Name the .json that it wrote beside the archive.");
        }
        if (format > ManifestWriter.FORMAT) {
            throw new BackupFileException("The manifest " + file + " has the format " + format
                    + ", which a newer version of this plugin wrote: use that version, or a newer one.");
        }
        ManifestNode node = new ManifestNode(this::problem, "", root);
        node.keys(
                "format",
                "madeAt",
                "madeBy",
                "origin",
                "database",
                "archive",
                "data",
                "schema",
                "fingerprint",
                "roles",
                "warnings",
                "rows",
                "sequences",
                "largeObjects",
                "objects",
                "selection");
        Manifest manifest = new Manifest(
                instant(node.text("madeAt")),
                node.text("madeBy"),
                origin(node.object("origin", "system", "databaseOid", "serverVersion", "programVersion")),
                database(node.object(
                        "database",
                        "name",
                        "owner",
                        "encoding",
                        "collation",
                        "characterType",
                        "localeProvider",
                        "locale",
                        "icuRules",
                        "connectionLimit",
                        "tablespace",
                        "comment",
                        "settings",
                        "privileges",
                        "publicSchema")),
                archive(node.object("archive", "file", "format", "bytes", "sha256", "items")),
                node.flag("data"),
                node.optional("schema"),
                node.texts("roles"),
                map(node.at("objects"), ManifestNode::text),
                map(node.at("rows"), ManifestNode::number),
                map(node.at("sequences"), ManifestNode::position),
                node.at("largeObjects").number(),
                list(node.at("selection"), ManifestReader::item),
                node.texts("warnings"));
        if (!manifest.fingerprint().equals(node.text("fingerprint"))) {
            throw problem("its objects do not have the fingerprint that it says: it was changed after it was written");
        }
        return manifest;
    }

    private static Manifest.Origin origin(ManifestNode node) {
        return new Manifest.Origin(
                node.optional("system"),
                node.at("databaseOid").number(),
                node.version("serverVersion"),
                node.version("programVersion"));
    }

    private DatabaseProperties database(ManifestNode node) {
        return new DatabaseProperties(
                node.text("name"),
                node.text("owner"),
                locale(node),
                node.at("connectionLimit").position(),
                node.text("tablespace"),
                node.optional("comment"),
                list(node.at("settings"), setting -> {
                    setting.keys("role", "text");
                    return new Setting(setting.optional("role"), setting.text("text"));
                }),
                list(node.at("privileges"), ManifestReader::grant),
                list(node.at("publicSchema"), ManifestReader::grant));
    }

    private DatabaseLocale locale(ManifestNode node) {
        String provider = node.text("localeProvider");
        return new DatabaseLocale(
                node.text("encoding"),
                node.text("collation"),
                node.text("characterType"),
                Stream.of(Provider.values())
                        .filter(each -> each.text().equals(provider))
                        .findFirst()
                        .orElseThrow(() -> problem("database.localeProvider is '" + provider + "' and not one of "
                                + Stream.of(Provider.values())
                                        .map(Provider::text)
                                        .toList())),
                node.optional("locale"),
                node.optional("icuRules"));
    }

    private static Grant grant(ManifestNode node) {
        node.keys("grantee", "privilege", "grantable");
        return new Grant(node.optional("grantee"), node.word("privilege"), node.flag("grantable"));
    }

    /** The archive's name is no path: a manifest does not make other files be read. */
    private Manifest.Archive archive(ManifestNode node) {
        String name = node.text("file");
        if (!name.equals(String.valueOf(Path.of(name).getFileName())) || name.equals("..")) {
            throw problem("archive.file is not the name of a file beside it");
        }
        String format = node.text("format");
        if (!FORMATS.contains(format)) {
            throw problem("archive.format is '" + format + "' and not one of " + List.copyOf(FORMATS));
        }
        return new Manifest.Archive(
                name,
                format.equals(DumpFormat.CUSTOM.text()) ? DumpFormat.CUSTOM : DumpFormat.DIRECTORY,
                node.at("bytes").number(),
                node.text("sha256"),
                Math.toIntExact(node.at("items").number()));
    }

    private static ArchiveItem item(ManifestNode node) {
        node.keys("line", "object", "own", "uses");
        return new ArchiveItem(node.text("line"), node.optional("object"), node.flag("own"), node.texts("uses"));
    }

    private static <T> List<T> list(ManifestNode node, Function<ManifestNode, T> reading) {
        List<T> values = new ArrayList<>();
        for (ManifestNode element : node.elements()) {
            values.add(reading.apply(element));
        }
        return values;
    }

    private static <T> SortedMap<String, T> map(ManifestNode node, Function<ManifestNode, T> reading) {
        SortedMap<String, T> values = new TreeMap<>();
        for (String name : node.names()) {
            values.put(name, reading.apply(node.at(name)));
        }
        return values;
    }

    private Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw problem("madeAt is '" + text + "', which is no moment");
        }
    }

    private BackupFileException problem(String what) {
        return new BackupFileException("The manifest " + file + " can not be used: " + what + ". " + remedy());
    }

    private String remedy() {
        return Optional.ofNullable(file.getFileName())
                .map(name -> "Take " + name + " from where the backup was copied from, or another backup.")
                .orElse("Take another backup.");
    }
}
