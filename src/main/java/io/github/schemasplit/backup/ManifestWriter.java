package io.github.schemasplit.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.schemasplit.jdbc.DatabaseLocale;
import io.github.schemasplit.jdbc.DatabaseProperties;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes manifests as JSON. */
public final class ManifestWriter {
    /** The manifest's format that this version writes, and the newest that it reads. */
    static final int FORMAT = 1;

    private ManifestWriter() {}

    public static String write(Manifest manifest) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("madeAt", manifest.madeAt().toString());
            json.writeStringField("madeBy", manifest.madeBy());
            origin(json, manifest.origin());
            database(json, manifest.database());
            archive(json, manifest.archive());
            json.writeBooleanField("data", manifest.data());
            json.writeStringField("schema", manifest.schema().orElse(null));
            json.writeStringField("fingerprint", manifest.fingerprint());
            texts(json, "roles", manifest.roles());
            texts(json, "warnings", manifest.warnings());
            numbers(json, "rows", manifest.rows());
            numbers(json, "sequences", manifest.sequences());
            json.writeNumberField("largeObjects", manifest.largeObjects());
            json.writeObjectFieldStart("objects");
            for (Map.Entry<String, String> object : manifest.objects().entrySet()) {
                json.writeStringField(object.getKey(), object.getValue());
            }
            json.writeEndObject();
            selection(json, manifest.selection());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter takes everything", e);
        }
        return text + "\n";
    }

    private static void origin(JsonGenerator json, Manifest.Origin origin) throws IOException {
        json.writeObjectFieldStart("origin");
        json.writeStringField("system", origin.system().orElse(null));
        json.writeNumberField("databaseOid", origin.databaseOid());
        json.writeStringField("serverVersion", origin.serverVersion());
        json.writeStringField("programVersion", origin.programVersion());
        json.writeEndObject();
    }

    private static void database(JsonGenerator json, DatabaseProperties database) throws IOException {
        json.writeObjectFieldStart("database");
        json.writeStringField("name", database.name());
        json.writeStringField("owner", database.owner());
        DatabaseLocale locale = database.locale();
        json.writeStringField("encoding", locale.encoding());
        json.writeStringField("collation", locale.collation());
        json.writeStringField("characterType", locale.characterType());
        json.writeStringField("localeProvider", locale.provider().text());
        json.writeStringField("locale", locale.name().orElse(null));
        json.writeStringField("icuRules", locale.icuRules().orElse(null));
        json.writeNumberField("connectionLimit", database.connectionLimit());
        json.writeStringField("tablespace", database.tablespace());
        json.writeStringField("comment", database.comment().orElse(null));
        json.writeArrayFieldStart("settings");
        for (DatabaseProperties.Setting setting : database.settings()) {
            json.writeStartObject();
            json.writeStringField("role", setting.role().orElse(null));
            json.writeStringField("text", setting.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        grants(json, "privileges", database.privileges());
        grants(json, "publicSchema", database.publicSchema());
        json.writeEndObject();
    }

    private static void grants(JsonGenerator json, String name, List<DatabaseProperties.Grant> grants)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (DatabaseProperties.Grant grant : grants) {
            json.writeStartObject();
            json.writeStringField("grantee", grant.grantee().orElse(null));
            json.writeStringField("privilege", grant.privilege());
            json.writeBooleanField("grantable", grant.grantable());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void archive(JsonGenerator json, Manifest.Archive archive) throws IOException {
        json.writeObjectFieldStart("archive");
        json.writeStringField("file", archive.file());
        json.writeStringField("format", archive.format().text());
        json.writeNumberField("bytes", archive.bytes());
        json.writeStringField("sha256", archive.sha256());
        json.writeNumberField("items", archive.items());
        json.writeEndObject();
    }

    private static void selection(JsonGenerator json, List<ArchiveItem> selection) throws IOException {
        json.writeArrayFieldStart("selection");
        for (ArchiveItem item : selection) {
            json.writeStartObject();
            json.writeStringField("line", item.line());
            json.writeStringField("object", item.object().orElse(null));
            json.writeBooleanField("own", item.own());
            texts(json, "uses", item.uses());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, String name, Map<String, Long> numbers) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            json.writeNumberField(number.getKey(), number.getValue());
        }
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
