package io.projectexport.export.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a rehearsal cannot know, collected while projects are played. */
final class UnknownThings {

    private static final String APPROVALS =
            "Whoever is asked besides would have decided as the others did: each project is taken to be approved there. How long it would have waited is not known.";
    private static final String MAILS =
            "Mails and waits for Xero's limits are no part of the register, and of a rehearsal.";

    private int untold;
    private int endless;
    private int rounds;
    private int failures;
    private int assumed;
    private boolean isAsked;
    private final Set<String> guesses = new TreeSet<>();

    void addUnplayed(PastProject project) {
        untold += project.isTold() ? 0 : 1;
        endless += project.isTold() ? 1 : 0;
    }

    void add(PastProject project, List<PlayedWay> ways) {
        rounds += project.hasRounds() ? 1 : 0;
        failures += project.hasUntoldFailure() ? 1 : 0;
        assumed += ways.stream().anyMatch(PlayedWay::isXeroAssumed) ? 1 : 0;
        isAsked |= ways.stream().anyMatch(way -> !way.more().isEmpty());
        ways.forEach(way -> guesses.addAll(way.guesses()));
    }

    List<String> sentences() {
        List<String> all = new ArrayList<>();
        if (isAsked) {
            all.add(APPROVALS);
        }
        guesses.forEach(guess ->
                all.add("Nobody knows any more %s: each way was played, and what differs is counted as “perhaps”."
                        .formatted(guess)));
        add(all, assumed, "Xero is taken to have created the job of %s that went to it where it never was asked.");
        add(all, rounds, "The fields of %s with several rounds are those of the last round.");
        add(all, failures, "Why the export of %s failed was not kept by earlier releases.");
        add(all, endless, "%s could not be played in time: the model goes round too often.");
        add(all, untold, "%s could not be played: an administrator ended them, or their history is not whole.");
        all.add(MAILS);
        return all;
    }

    private static void add(List<String> all, int projects, String sentence) {
        if (projects > 0) {
            all.add(sentence.formatted(projects == 1 ? "one project" : projects + " projects"));
        }
    }
}
