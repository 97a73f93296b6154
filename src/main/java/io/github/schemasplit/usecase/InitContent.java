package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.staging.InitLoader;
import io.github.schemasplit.staging.InitPreset;
import io.github.schemasplit.staging.InitScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The scripts that make a database, as for the embedded one.
 *
 * @param preset what comes before them
 * @param scripts the scripts, in order
 */
public record InitContent(Optional<InitPreset> preset, List<Path> scripts) implements CopyContent {
    public InitContent {
        scripts = List.copyOf(scripts);
    }

    @Override
    public String describe() {
        return "the scripts of schema.init";
    }

    @Override
    public boolean makesRoles() {
        return true;
    }

    @Override
    public boolean names(Identifier role) {
        return preset.isPresent() || scripts.stream().anyMatch(script -> has(script, role.value()));
    }

    private static boolean has(Path script, String name) {
        try {
            return Files.readString(script).toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new GoalFailedException(script + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public List<String> fill(ConnectionSettings copy, int major) {
        try {
            if (preset.isPresent()) {
                // On a connection of its own: the scripts' one begins with the settings that the preset gives their
                // role.
                try (Connection connection = Connector.connect(copy)) {
                    InitLoader.load(connection, preset.get());
                }
            }
            try (Connection connection = Connector.connect(copy)) {
                InitLoader.load(connection, scripts);
            }
            return List.of();
        } catch (InitScriptException e) {
            throw new GoalStoppedException(
                    "The copy cannot be filled by the scripts of schema.init: " + e.getMessage());
        } catch (SQLException e) {
            throw new GoalFailedException("The copy cannot be filled: " + e.getMessage() + ". Run the goal again.", e);
        }
    }
}
