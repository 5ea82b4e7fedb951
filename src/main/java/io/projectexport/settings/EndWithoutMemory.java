package io.projectexport.settings;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns where this process would stay, without answering anybody, when its memory is used up; only the command that starts it can change that. */
@Component
class EndWithoutMemory {

    private static final Logger log = LoggerFactory.getLogger(EndWithoutMemory.class);
    private static final String OPTION = "ExitOnOutOfMemoryError";

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (!Boolean.parseBoolean(machine.getVMOption(OPTION).getValue())) {
            log.warn(
                    "Start java with -XX:+{}: a process whose memory is used up would stay and answer nobody.", OPTION);
        }
    }
}
