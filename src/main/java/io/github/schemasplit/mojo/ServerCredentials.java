package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.Secret;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * User and password of a server of settings.xml, decrypted.
 *
 * @param user the user, if the server has one
 * @param password the password, if the server has one
 */
record ServerCredentials(Optional<String> user, Optional<Secret> password) {

    /**
     * @throws MojoExecutionException when there is no such server, or its password cannot be decrypted
     */
    static ServerCredentials read(Settings settings, SettingsDecrypter decrypter, String serverId)
            throws MojoExecutionException {
        Server server = settings.getServer(serverId);
        if (server == null) {
            throw new MojoExecutionException("settings.xml has no server '" + serverId + "', which " + Property.SERVER_ID
                    + " names: add <server><id>" + serverId + "</id>… to it, or give " + Property.USER + " and "
                    + Property.PASSWORD);
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw undecryptable(serverId);
            }
        }
        String password = result.getServer().getPassword();
        // Some versions of Maven hand a password that they could not decrypt over as it is.
        if (password != null && password.equals(server.getPassword()) && isEncrypted(password)) {
            throw undecryptable(serverId);
        }
        return new ServerCredentials(
                Optional.ofNullable(result.getServer().getUsername()),
                Optional.ofNullable(password).map(Secret::new));
    }

    private static boolean isEncrypted(String password) {
        return password.startsWith("{") && password.endsWith("}");
    }

    private static MojoExecutionException undecryptable(String serverId) {
        return new MojoExecutionException("the password of server '" + serverId
                + "' in settings.xml cannot be decrypted: check that settings-security.xml holds the master password it was"
                + " encrypted with, or encrypt it again with mvn --encrypt-password");
    }
}
