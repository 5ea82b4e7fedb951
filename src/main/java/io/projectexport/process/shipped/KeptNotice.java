package io.projectexport.process.shipped;

import io.projectexport.export.text.DisplayFormat;
import io.projectexport.export.version.KeptVersion;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Line in the log about a version that was kept, once for each that a release could have replaced, whichever node starts how often. */
@Component
class KeptNotice {

    private static final Logger log = LoggerFactory.getLogger(KeptNotice.class);

    private final ManagementService management;
    private final DisplayFormat format;

    KeptNotice(ManagementService management, DisplayFormat format) {
        this.management = management;
        this.format = format;
    }

    /** Within a transaction that other nodes wait for. */
    void tellOnce(KeptVersion kept) {
        String property = "kept version of " + kept.key();
        String told = "%s instead of %s".formatted(kept.running().definitionId(), kept.releasedTag());
        if (!told.equals(management.getProperties().get(property))) {
            management.setProperty(property, told);
            log.warn(sentence(kept));
        }
    }

    /** Which version runs, which one does not, and what to do about it. */
    String sentence(KeptVersion kept) {
        return ("The model \"%s\" goes on as an administrator deployed it (version %d, %s, on %s%s); this release comes with %s, which is not"
                        + " deployed. To use it, take your changes over into it in Camunda Modeler, give it a higher version tag and deploy it.")
                .formatted(
                        kept.name(),
                        kept.running().number(),
                        tag(kept.running().tag()),
                        format.date(kept.running().deployedAt()),
                        kept.from() == null ? "" : " from " + kept.from(),
                        tag(kept.releasedTag()));
    }

    private static String tag(String tag) {
        return tag == null ? "no version tag" : "version tag " + tag;
    }
}
