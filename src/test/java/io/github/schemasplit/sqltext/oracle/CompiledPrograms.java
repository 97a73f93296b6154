package io.github.schemasplit.sqltext.oracle;

import com.dylibso.chicory.compiler.Cache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Programs that were compiled in earlier runs, since it takes seconds.
 *
 * @param directory where they are
 */
record CompiledPrograms(Path directory) implements Cache {
    @Override
    public byte @Nullable [] get(String key) throws IOException {
        return Files.exists(file(key)) ? Files.readAllBytes(file(key)) : null;
    }

    @Override
    public void putIfAbsent(String key, byte[] program) throws IOException {
        Path writing = Files.createTempFile(directory, "compiling", null);
        Files.write(writing, program);
        Files.move(writing, file(key), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(String key) {
        return directory.resolve(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ".compiled");
    }
}
