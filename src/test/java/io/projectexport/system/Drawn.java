package io.projectexport.system;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** How a model is drawn: where people could not read it, because something lies upon an element. */
final class Drawn {

    private static final double LINE = 1;

    private final Collection<BpmnShape> shapes;
    private final Collection<BpmnEdge> edges;

    Drawn(BpmnModelInstance model) {
        shapes = model.getModelElementsByType(BpmnShape.class);
        edges = model.getModelElementsByType(BpmnEdge.class);
    }

    /** Elements that cover each other, and arrows that lead across one. */
    List<String> unreadable() {
        List<String> found = new ArrayList<>();
        for (BpmnShape shape : shapes) {
            shapes.stream()
                    .takeWhile(other -> other != shape)
                    .filter(other -> !areAttached(shape.getBpmnElement(), other.getBpmnElement()))
                    .filter(other -> box(shape).intersects(box(other)))
                    .forEach(other -> found.add(name(shape) + " on " + name(other)));
            edges.stream()
                    .filter(edge -> !endsAt(edge, shape.getBpmnElement()) && crosses(edge, box(shape)))
                    .forEach(edge -> found.add(name(edge) + " across " + name(shape)));
        }
        return found;
    }

    private static String name(BpmnShape shape) {
        return shape.getBpmnElement().getId();
    }

    private static String name(BpmnEdge edge) {
        return edge.getBpmnElement().getId();
    }

    private static Rectangle2D box(BpmnShape shape) {
        Bounds bounds = shape.getBounds();
        return new Rectangle2D.Double(
                bounds.getX() + LINE,
                bounds.getY() + LINE,
                bounds.getWidth() - 2 * LINE,
                bounds.getHeight() - 2 * LINE);
    }

    private static boolean areAttached(BaseElement one, BaseElement other) {
        return host(one).filter(other::equals).isPresent()
                || host(other).filter(one::equals).isPresent();
    }

    private static Optional<BaseElement> host(BaseElement element) {
        return element instanceof BoundaryEvent event ? Optional.of(event.getAttachedTo()) : Optional.empty();
    }

    /** Events lie upon the border of their task, so that arrows begin there. */
    private static boolean endsAt(BpmnEdge edge, BaseElement element) {
        SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
        return Stream.<FlowNode>of(flow.getSource(), flow.getTarget())
                .anyMatch(end ->
                        end.equals(element) || host(end).filter(element::equals).isPresent());
    }

    private static boolean crosses(BpmnEdge edge, Rectangle2D box) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        return IntStream.range(1, points.size()).anyMatch(i -> {
            Waypoint from = points.get(i - 1);
            Waypoint to = points.get(i);
            return new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()).intersects(box);
        });
    }
}
