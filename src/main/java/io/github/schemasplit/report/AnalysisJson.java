package io.github.schemasplit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.analysis.ForeignKey;
import io.github.schemasplit.analysis.ForeignKeyList;
import io.github.schemasplit.analysis.ForeignKeyMatrix;
import io.github.schemasplit.analysis.TableVerdict;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.names.CrossSchemaStatement;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * {@code analysis.json}, the source of every other report. Names stand in it as the catalog stores them, unquoted. Its format is
 * described in {@code src/site/markdown/analysis-json.md}; a change that breaks readers raises {@link #VERSION}.
 */
public final class AnalysisJson {
    /** The version of the format. */
    public static final int VERSION = 1;

    private final JsonGenerator json;
    private final AnalysisReport report;

    private AnalysisJson(JsonGenerator json, AnalysisReport report) {
        this.json = json;
        this.report = report;
    }

    /** The report as JSON in UTF-8, the same for the same report. */
    public static byte[] write(AnalysisReport report) {
        return JsonText.of(json -> new AnalysisJson(json, report).document());
    }

    private void document() throws IOException {
        json.writeStartObject();
        json.writeStringField("format", "schema-maven-plugin/analysis");
        json.writeNumberField("version", VERSION);
        server();
        json.writeStringField(
                "source", report.assignment().mapping().source().value().value());
        json.writeArrayFieldStart("targets");
        for (TargetSchema target : report.assignment().mapping().targets()) {
            target(target);
        }
        json.writeEndArray();
        staying("unmapped", report.assignment().unmapped());
        staying("bookkeeping", report.assignment().bookkeeping());
        ForeignKeyList foreignKeys = ForeignKeyList.of(report.assignment());
        json.writeArrayFieldStart("foreignKeys");
        for (ForeignKey key : foreignKeys.foreignKeys()) {
            foreignKey(key);
        }
        json.writeEndArray();
        matrix(foreignKeys.matrix());
        json.writeArrayFieldStart("statements");
        for (CrossSchemaStatement statement : report.statements()) {
            statement(statement);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("views");
        for (TableVerdict verdict : report.verdicts()) {
            new VerdictJson(json).write(verdict);
        }
        json.writeEndArray();
        json.writeFieldName("findings");
        FindingsJson.write(json, report.findings());
        json.writeFieldName("hazards");
        HazardsJson.write(json, report.hazards());
        json.writeArrayFieldStart("operations");
        for (Operation operation : report.plan().operations()) {
            operation(operation);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void server() throws IOException {
        Server server = report.assignment().snapshot().server();
        json.writeObjectFieldStart("server");
        json.writeStringField("version", server.version());
        json.writeStringField("database", server.database().value());
        json.writeStringField("role", server.currentRole().value());
        json.writeEndObject();
    }

    private void target(TargetSchema target) throws IOException {
        Identifier name = target.name().value();
        json.writeStartObject();
        json.writeStringField("name", name.value());
        if (target.purpose().isPresent()) {
            json.writeStringField("purpose", target.purpose().get().value());
        }
        json.writeBooleanField(
                "exists", report.assignment().snapshot().schema(name).isPresent());
        json.writeArrayFieldStart("objects");
        for (Placement placement : report.assignment().placements()) {
            if (placement.target().equals(name)) {
                placement(placement);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void placement(Placement placement) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", placement.current().name().value());
        json.writeStringField("schema", placement.current().schema().value());
        json.writeBooleanField("inPlace", placement.isInPlace());
        json.writeStringField(
                "cause", placement.cause().describe(report.assignment().snapshot()));
        if (placement.object() instanceof Relation relation) {
            relation(relation);
        } else {
            json.writeStringField("kind", placement.object().id().catalog().noun());
        }
        json.writeEndObject();
    }

    private void staying(String field, List<Relation> relations) throws IOException {
        json.writeArrayFieldStart(field);
        for (Relation relation : relations) {
            json.writeStartObject();
            json.writeStringField("name", relation.name().name().value());
            relation(relation);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void relation(Relation relation) throws IOException {
        json.writeStringField(
                "kind", relation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        json.writeStringField("owner", relation.owner().value());
        if (relation.rowEstimate() >= 0) {
            json.writeNumberField("rows", relation.rowEstimate());
            json.writeNumberField("bytes", relation.bytes());
        }
    }

    private void foreignKey(ForeignKey key) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", key.name().value());
        json.writeBooleanField("crossesSchemas", key.crossesSchemas());
        end("from", key.from(), key.columns(), key.fromSchema());
        end("to", key.to(), key.referencedColumns(), key.toSchema());
        json.writeEndObject();
    }

    private void end(String field, QualifiedName table, List<Identifier> columns, Identifier schemaAfter)
            throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("schema", table.schema().value());
        json.writeStringField("table", table.name().value());
        names("columns", columns);
        json.writeStringField("schemaAfter", schemaAfter.value());
        json.writeEndObject();
    }

    private void matrix(ForeignKeyMatrix matrix) throws IOException {
        json.writeObjectFieldStart("foreignKeyMatrix");
        names("schemas", matrix.schemas());
        json.writeArrayFieldStart("counts");
        for (Identifier from : matrix.schemas()) {
            json.writeStartArray();
            for (Identifier to : matrix.schemas()) {
                json.writeNumber(matrix.count(from, to));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void statement(CrossSchemaStatement crossing) throws IOException {
        json.writeStartObject();
        json.writeStringField("statement", crossing.statement().text());
        json.writeStringField("role", crossing.statement().role().value());
        json.writeNumberField("calls", crossing.statement().calls());
        json.writeNumberField("milliseconds", crossing.statement().milliseconds());
        names("schemasAfter", crossing.schemas());
        json.writeArrayFieldStart("tables");
        for (QualifiedName table : crossing.tables()) {
            json.writeStartObject();
            json.writeStringField("schema", table.schema().value());
            json.writeStringField("table", table.name().value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void operation(Operation operation) throws IOException {
        json.writeStartObject();
        json.writeStringField("subject", operation.subject());
        json.writeStringField("statement", operation.statement().sql());
        json.writeStringField("lockMode", operation.lockMode().sql());
        json.writeStringField("reason", operation.reason());
        json.writeEndObject();
    }

    private void names(String field, List<Identifier> names) throws IOException {
        json.writeArrayFieldStart(field);
        for (Identifier name : names) {
            json.writeString(name.value());
        }
        json.writeEndArray();
    }
}
