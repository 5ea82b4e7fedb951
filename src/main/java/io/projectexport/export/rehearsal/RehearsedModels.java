package io.projectexport.export.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port to whoever reads models and plays projects through them. */
public interface RehearsedModels {

    /** A model that can be played. */
    interface RehearsedModel {

        /** Each way that the project may have taken; several where a condition asks for what nobody knows any more, none once it took too long. */
        List<PlayedWay> play(PastProject project);

        /** The BPMN file. */
        String diagram();

        /** What people read at its elements, by the ids of those that have a name. */
        Map<String, String> labels();
    }

    /** @return empty where no model of projects is among the files, or it cannot be read */
    Optional<RehearsedModel> read(Map<String, byte[]> files);
}
