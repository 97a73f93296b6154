package io.github.schemasplit.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that gets each notice as one more line of JSON.
 *
 * @param file where; made, with its folder, when it is not there
 */
public record NoticeFile(Path file) implements NoticeReceiver {
    @Override
    public String name() {
        return "the file " + file;
    }

    @Override
    public void receive(Notice notice) throws NoticeException {
        byte[] line = (NoticeJson.of(notice) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            // In one write, so that lines of two runs do not mix.
            Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new NoticeException("it cannot be written (" + e.getClass().getSimpleName() + ")");
        }
    }
}
