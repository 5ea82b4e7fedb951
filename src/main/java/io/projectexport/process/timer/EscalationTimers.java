package io.projectexport.process.timer;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Leaves out the timers of an escalation that is not configured, so that no task has a job that would never be due. */
public final class EscalationTimers extends AbstractBpmnParseListener {

    private static final String AFTER = "${escalation.after}";

    private final Escalation escalation;

    public EscalationTimers(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public void parseBoundaryTimerEventDefinition(Element timer, boolean interrupting, ActivityImpl event) {
        Element duration = timer.element("timeDuration");
        if (!escalation.isOn()
                && duration != null
                && AFTER.equals(duration.getText().strip())) {
            TimerDeclarationImpl.getDeclarationsForScope(event.getEventScope()).remove(event.getId());
        }
    }
}
