package io.projectexport.export.diagnostics;

import java.util.List;

/** Port to facts that one part of the installation can tell about itself, within a moment. */
public interface Facts {

    List<Fact> tell();
}
