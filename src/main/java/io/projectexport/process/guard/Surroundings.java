package io.projectexport.process.guard;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Port to what is there already where a model is to go. Whoever checks a file without an application knows nothing of it. */
public interface Surroundings {

    /** Where nothing is known. */
    Surroundings UNKNOWN = new Surroundings() {

        @Override
        public Optional<Set<String>> groups() {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> processKeys() {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> decisionKeys() {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> formKeys() {
            return Optional.empty();
        }

        @Override
        public Optional<String> versionTag(String processKey) {
            return Optional.empty();
        }

        @Override
        public Map<String, Long> waiting(String processKey) {
            return Map.of();
        }
    };

    /** Ids of the groups; empty where they are not known. */
    Optional<Set<String>> groups();

    /** Keys of the deployed processes; empty where they are not known. */
    Optional<Set<String>> processKeys();

    /** Keys of the deployed decisions; empty where they are not known. */
    Optional<Set<String>> decisionKeys();

    /** Keys of the deployed forms; empty where they are not known. */
    Optional<Set<String>> formKeys();

    /** Of the latest version; empty where there is none, or it has none. */
    Optional<String> versionTag(String processKey);

    /** How many running instances of all versions wait at each element, by its id. */
    Map<String, Long> waiting(String processKey);

    /** Whether some version of the process was made of exactly this file, so that it can come back; empty where that is not known. */
    default Optional<Boolean> wasDeployed(String processKey, byte[] file) {
        return Optional.empty();
    }

    /** Whether models may accept projects without a person; empty where that is not known. */
    default Optional<Boolean> acceptsByRule() {
        return Optional.empty();
    }
}
