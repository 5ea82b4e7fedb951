package io.projectexport.process.guard;

import java.util.stream.Stream;

/**
 * A rule that a deployment has to keep. Its number is for good: people read it in answers and in {@code docs/model.md}. Hundreds tell what
 * it is about: 1 files, 2 references, 3 expressions, 4 effects, 5 promises, 6 flow, 7 forms, 8 versions.
 */
public abstract class ModelRule {

    private final int number;
    private final Severity severity;
    private final String sentence;

    protected ModelRule(int number, Severity severity, String sentence) {
        this.number = number;
        this.severity = severity;
        this.sentence = sentence;
    }

    public final int number() {
        return number;
    }

    public final Severity severity() {
        return severity;
    }

    /** What it asks for, as a sentence. */
    public final String sentence() {
        return sentence;
    }

    /** What is wrong with everything that was sent together; a rule about single models leaves this alone. */
    public Stream<Finding> check(SentModels sent) {
        return sent.models().stream().flatMap(this::check);
    }

    /** What is wrong with one model. */
    protected Stream<Finding> check(SentModel model) {
        return Stream.empty();
    }

    protected final Finding finding(Place place, String problem, String remedy) {
        return new Finding(number, severity, place, problem, remedy);
    }

    /** For a rule that refuses: what is doubtful only, or cannot be known where the file is checked. */
    protected final Finding warning(Place place, String problem, String remedy) {
        return new Finding(number, Severity.WARNS, place, problem, remedy);
    }
}
