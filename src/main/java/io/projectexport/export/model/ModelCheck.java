package io.projectexport.export.model;

import java.util.List;
import java.util.Map;

/** Port to what decides whether models can be deployed. */
public interface ModelCheck {

    /**
     * What a deployment of these files would be told, without deploying them.
     *
     * @param files models and forms that belong together, by their names
     * @return what refuses first; none where all is well
     */
    List<ModelFinding> check(Map<String, byte[]> files);
}
