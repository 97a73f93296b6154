package io.github.schemasplit.mapping;

/** Ends the reading of a source of which no tree can be made; never leaves the package. */
final class UnreadableMappingException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient MappingProblem problem;

    UnreadableMappingException(Origin origin, String message) {
        super(message);
        this.problem = new MappingProblem(origin, message);
    }

    MappingProblem problem() {
        return problem;
    }
}
