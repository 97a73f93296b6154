package io.github.schemasplit.mapping;

/**
 * Something wrong with the form of a mapping.
 *
 * @param origin where
 * @param message what is wrong and what to write instead
 */
public record MappingProblem(Origin origin, String message) {
    @Override
    public String toString() {
        return origin + ": " + message;
    }
}
