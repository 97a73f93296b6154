package io.github.schemasplit.mojo;

import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * What the goals take from Maven.
 *
 * @param repositories fetches artifacts
 * @param decrypter decrypts passwords of settings.xml
 */
@Named
record Components(RepositorySystem repositories, SettingsDecrypter decrypter) {
    @Inject
    Components {}
}
