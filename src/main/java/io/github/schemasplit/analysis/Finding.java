package io.github.schemasplit.analysis;

import io.github.schemasplit.mapping.Origin;
import java.util.Comparator;
import java.util.Optional;

/**
 * What an analysis rule has to say about one thing.
 *
 * @param code which kind of finding; permanent
 * @param severity how bad
 * @param subject the object it is about, such as {@code table public.orders}
 * @param message what is so and why it matters, one sentence
 * @param remedy what to do next: the exact property, command or statement
 * @param origin where in the mapping, when it is about an entry of it
 */
public record Finding(
        FindingCode code, Severity severity, String subject, String message, String remedy, Optional<Origin> origin) {
    /** Worst first, then by code, then by subject. */
    public static final Comparator<Finding> WORST_FIRST = new WorstFirst();

    /** A finding about something that no single entry of the mapping caused. */
    static Finding of(FindingCode code, Severity severity, String subject, String message, String remedy) {
        return new Finding(code, severity, subject, message, remedy, Optional.empty());
    }

    /** The same finding, with where in the mapping it comes from. */
    Finding at(Origin where) {
        return new Finding(code, severity, subject, message, remedy, Optional.of(where));
    }

    /** The same finding, more or less severe. */
    public Finding with(Severity other) {
        return new Finding(code, other, subject, message, remedy, origin);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    private static final class WorstFirst implements Comparator<Finding> {
        @Override
        public int compare(Finding one, Finding other) {
            if (one.severity != other.severity) {
                return other.severity.compareTo(one.severity);
            }
            if (one.code != other.code) {
                return one.code.compareTo(other.code);
            }
            int bySubject = one.subject.compareTo(other.subject);
            return bySubject != 0 ? bySubject : one.message.compareTo(other.message);
        }
    }
}
