package io.projectexport.process.shipped;

import java.util.Arrays;
import java.util.Map;

/**
 * A model that this release comes with.
 *
 * @param key of its process
 * @param tag its version; null for none
 * @param resources its file and its forms, by the names of the files
 */
record ShippedModel(String key, String name, String tag, Map<String, byte[]> resources) {

    /** Whether a deployment with these files, by name, has it as it is, other files aside. */
    boolean isIn(Map<String, byte[]> files) {
        return resources.entrySet().stream().allMatch(own -> Arrays.equals(own.getValue(), files.get(own.getKey())));
    }
}
