package io.github.schemasplit.report;

import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        Snapshot snapshot = report.assignment().snapshot();
        source.add(snapshot.server().version());
        snapshot.all(Schema.class).stream().map(s -> s.name().value()).sorted().forEach(source::add);
        snapshot.relations().stream()
                .map(r -> r.name().sql() + " " + r.kind() + r.temporary() + r.partition() + r.rowEstimate() + " "
                        + r.bytes())
                .sorted()
                .forEach(source::add);
        snapshot.comments().stream()
                .flatMap(c -> snapshot.find(c.object()).stream()
                        .map(object -> object.describe() + " " + c.column() + " " + c.text()))
                .sorted()
                .forEach(source::add);
        report.assignment()
                .mapping()
                .targets()
                .forEach(target -> source.add(
                        target.name().value() + Optional.of(target.purpose()).toString()));
        return HexFormat.of().formatHex(source.digest.digest());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
