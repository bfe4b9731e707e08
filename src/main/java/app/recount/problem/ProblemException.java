package app.recount.problem;

/**
 * Carries a {@link Problem} to whoever shows it. Its own message (the code, the key of the sentence and what fills it) and its Java
 * cause, if any, are for logs only.
 */
public final class ProblemException extends RuntimeException {

    private final Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.message());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code() + ": " + problem.message(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
