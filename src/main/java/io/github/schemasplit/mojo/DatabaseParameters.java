package io.github.schemasplit.mojo;

import io.github.schemasplit.staging.EmbeddedUrl;
import io.github.schemasplit.staging.InitPreset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user says of the database.
 *
 * @param url its URL, or {@code embedded}
 * @param user who connects
 * @param password the password
 * @param serverId the server of settings.xml
 * @param preset what the embedded database is given before the scripts run
 * @param init the scripts that fill the embedded database
 * @param embeddedDirectory where the embedded database is kept
 */
record DatabaseParameters(
        Optional<String> url,
        Optional<String> user,
        Optional<String> password,
        Optional<String> serverId,
        Optional<InitPreset> preset,
        List<String> init,
        Optional<Path> embeddedDirectory) {
    boolean isEmbedded() {
        return url.isPresent() && EmbeddedUrl.matches(url.get());
    }

    @Override
    public String toString() {
        return "database parameters";
    }
}
