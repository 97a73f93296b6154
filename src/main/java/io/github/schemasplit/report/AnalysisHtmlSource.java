package io.github.schemasplit.report;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Comment;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.TargetSchema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What {@code analysis.html} is made of, as a hash: of the same, no page has to be made, and no picture laid out. */
final class AnalysisHtmlSource {
    private final MessageDigest digest;

    private AnalysisHtmlSource() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The hash.
     *
     * @param json the report for programs, in which is most of what the page shows
     */
    static String hash(AnalysisReport report, byte[] json) {
        AnalysisHtmlSource source = new AnalysisHtmlSource();
        source.digest.update(json);
        source.add("drawn as " + HtmlPicture.DRAWN_AS);
        source.add(HtmlAsset.style().text());
        source.add(HtmlAsset.script().text());
        source.add(report.assignment());
        return HexFormat.of().formatHex(source.digest.digest());
    }

    /** What the report for programs has not. Plain loops, since each build gets here. */
    private void add(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        add(snapshot.server().version());
        List<String> lines = new ArrayList<>();
        for (Schema schema : snapshot.all(Schema.class)) {
            lines.add("schema " + schema.name().value());
        }
        for (Relation r : snapshot.relations()) {
            lines.add("relation " + r.name().sql() + " " + r.kind().name() + r.temporary() + r.partition()
                    + r.rowEstimate() + " " + r.bytes());
        }
        for (Comment comment : snapshot.comments()) {
            Optional<CatalogObject> object = snapshot.find(comment.object());
            if (object.isPresent()) {
                lines.add("comment " + object.get().describe() + " " + comment.column() + " " + comment.text());
            }
        }
        Collections.sort(lines);
        for (TargetSchema target : assignment.mapping().targets()) {
            lines.add("target " + target.name().value());
            if (target.purpose().isPresent()) {
                lines.add("purpose " + target.purpose().get().value());
            }
        }
        for (String line : lines) {
            add(line);
        }
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
