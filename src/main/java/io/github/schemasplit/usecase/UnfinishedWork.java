package io.github.schemasplit.usecase;

/** That a change of several batches stopped between them: what failed has changed nothing, what was made before stays made. */
final class UnfinishedWork {
    private UnfinishedWork() {}

    /**
     * The failure of a batch, told as what it is for the whole.
     *
     * @param batches how many were made before; none leave the failure as it is
     * @param next what to do about it, as a sentence
     */
    static RuntimeException of(RuntimeException failure, int batches, String next) {
        if (batches == 0) {
            return failure;
        }
        String message = "It stopped after " + batches + (batches == 1 ? " batch, which is" : " batches, which are")
                + " made. " + next + " The next batch failed: " + failure.getMessage();
        return failure instanceof GoalStoppedException stopped
                ? new GoalStoppedException(message, stopped.findings())
                : new GoalFailedException(message, failure);
    }
}
