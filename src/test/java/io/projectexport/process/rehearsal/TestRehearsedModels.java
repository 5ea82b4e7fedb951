package io.projectexport.process.rehearsal;

import io.projectexport.export.FakePeople;
import io.projectexport.export.rehearsal.RehearsedModels;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.task.TestProjectValues;
import java.util.Map;
import java.util.Optional;

/** The player, without an application around it. */
public final class TestRehearsedModels {

    private TestRehearsedModels() {}

    /** @param decisions DMN files that are deployed, by the keys of their decisions */
    public static RehearsedModels with(Map<String, byte[]> decisions) {
        return new GraphRehearsal(
                new ModelCatalogue(), TestProjectValues.create(), new FakePeople(), new DeployedDecisions(null) {

                    @Override
                    Optional<byte[]> file(String key) {
                        return Optional.ofNullable(decisions.get(key));
                    }
                });
    }
}
