package io.github.schemasplit.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What the plugin's jar has for its HTML reports: the one style and the one script that they hold. */
final class HtmlAsset {
    static final String STYLE = "style";
    static final String SCRIPT = "script";

    private final String element;
    private final String text;

    private HtmlAsset(String element, String text) {
        this.element = element;
        this.text = text;
    }

    /** How reports look. */
    static HtmlAsset style() {
        return new HtmlAsset(STYLE, read("report.css"));
    }

    /** What reports can do where scripts run. */
    static HtmlAsset script() {
        return new HtmlAsset(SCRIPT, read("report.js"));
    }

    /** The element that it stands in. */
    String element() {
        return element;
    }

    /** What stands in the element, as it is. */
    String text() {
        return text;
    }

    /** What a Content-Security-Policy calls it: no other style or script has this hash. */
    String source() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream resource = HtmlAsset.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the plugin's jar lacks " + name);
            }
            // A browser hashes what it has read, in which lines end as here on every platform.
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (text.indexOf('<') >= 0 || text.indexOf('&') >= 0) {
                throw new IllegalStateException(name + " must do without < and &, which XML reads otherwise than HTML");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + name + " from the plugin's jar", e);
        }
    }
}
