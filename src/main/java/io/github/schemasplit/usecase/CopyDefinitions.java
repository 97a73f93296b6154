package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.Copier;
import io.github.schemasplit.names.Words;
import java.util.List;
import java.util.Optional;

/** What a copy defines, as the text of a dump that is compared with another one later; and a backup of it. */
final class CopyDefinitions {
    private final Workplace workplace;
    private final Optional<Copier> copier;
    private Optional<String> before = Optional.empty();

    /**
     * @param workplace where the copy is, for a role that sees everything
     * @param copier what dumps; empty where the machine has nothing that does
     */
    CopyDefinitions(Workplace workplace, Optional<Copier> copier) {
        this.workplace = workplace;
        this.copier = copier;
    }

    /** Keeps what is defined now, and says how much that is. */
    String keep() {
        before = Optional.of(read());
        return Words.count(before.get().lines().count(), "line");
    }

    /** How what is defined now differs from what was kept; empty when it does not, or nothing was kept. */
    Optional<String> difference() {
        return before.isEmpty() ? Optional.empty() : firstDifference(before.get(), read());
    }

    boolean isKept() {
        return before.isPresent();
    }

    /** Throws when the machine lacks what dumps. */
    Copier required() {
        return copier.orElseThrow(() -> new RehearsalSteps.LackingException("there is no pg_dump for this server"));
    }

    private String read() {
        return required().definitions(workplace.database(), workplace.journalSchema());
    }

    private static Optional<String> firstDifference(String before, String after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        List<String> then = before.lines().toList();
        List<String> now = after.lines().toList();
        int line = 0;
        while (line < then.size() && line < now.size() && then.get(line).equals(now.get(line))) {
            line++;
        }
        return Optional.of("line " + (line + 1) + " was '" + (line < then.size() ? then.get(line) : "") + "' and is '"
                + (line < now.size() ? now.get(line) : "") + "'");
    }
}
