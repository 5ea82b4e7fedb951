package io.projectexport.process.flow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CancelEventDefinition;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The triggers of events. */
final class Triggers {

    private Triggers() {}

    static Trigger of(FlowNode node) {
        if (node instanceof ReceiveTask task) {
            return new Trigger(Trigger.Kind.MESSAGE, name(task.getMessage()));
        }
        return definitions(node).stream().findFirst().map(Triggers::of).orElse(Trigger.NONE);
    }

    private static Collection<EventDefinition> definitions(FlowNode node) {
        if (node instanceof CatchEvent event) {
            return event.getEventDefinitions();
        }
        return node instanceof ThrowEvent event ? event.getEventDefinitions() : List.of();
    }

    private static Trigger of(EventDefinition definition) {
        if (definition instanceof MessageEventDefinition event) {
            return new Trigger(Trigger.Kind.MESSAGE, name(event.getMessage()));
        }
        if (definition instanceof SignalEventDefinition event) {
            return new Trigger(
                    Trigger.Kind.SIGNAL,
                    Optional.ofNullable(event.getSignal()).map(Signal::getName).orElse(""));
        }
        if (definition instanceof ErrorEventDefinition event) {
            return new Trigger(
                    Trigger.Kind.ERROR,
                    Optional.ofNullable(event.getError())
                            .map(Error::getErrorCode)
                            .orElse(null));
        }
        if (definition instanceof EscalationEventDefinition event) {
            return new Trigger(
                    Trigger.Kind.ESCALATION,
                    Optional.ofNullable(event.getEscalation())
                            .map(Escalation::getEscalationCode)
                            .orElse(null));
        }
        return ofOther(definition);
    }

    private static Trigger ofOther(EventDefinition definition) {
        if (definition instanceof TimerEventDefinition event) {
            return new Trigger(Trigger.Kind.TIMER, time(event));
        }
        if (definition instanceof ConditionalEventDefinition event) {
            return new Trigger(Trigger.Kind.CONDITIONAL, text(event.getCondition()));
        }
        if (definition instanceof LinkEventDefinition event) {
            return new Trigger(Trigger.Kind.LINK, event.getName());
        }
        if (definition instanceof CompensateEventDefinition) {
            return new Trigger(Trigger.Kind.COMPENSATION, null);
        }
        if (definition instanceof CancelEventDefinition) {
            return new Trigger(Trigger.Kind.CANCEL, null);
        }
        return definition instanceof TerminateEventDefinition
                ? new Trigger(Trigger.Kind.TERMINATE, null)
                : Trigger.NONE;
    }

    private static String name(Message message) {
        return message == null || message.getName() == null ? "" : message.getName();
    }

    private static String time(TimerEventDefinition timer) {
        return Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                .map(Triggers::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(ModelElementInstance expression) {
        return expression == null ? "" : expression.getTextContent().strip();
    }
}
