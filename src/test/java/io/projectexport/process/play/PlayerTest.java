package io.projectexport.process.play;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.GuardedModels;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Surroundings;
import org.junit.jupiter.api.Test;

class PlayerTest {

    @Test
    void nothing_goes_wrong_in_the_shipped_models() {
        for (int i = 0; i < 20; i++) {
            long t = System.nanoTime();
            SentModels sent = new SentModels(GuardedModels.shipped(), Surroundings.UNKNOWN);
            long p = System.nanoTime();
            ModelCatalogue catalogue = new ModelCatalogue();
            long c = System.nanoTime();
            sent.models().stream()
                    .flatMap(m -> Player.plays(m, catalogue))
                    .forEach(play -> System.out.println(
                            play.graph().process() + " " + play.states().size() + " " + play.observations()));
            System.out.println((p - t) / 1000 + " us parse, play " + (System.nanoTime() - c) / 1000);
        }
    }
}
