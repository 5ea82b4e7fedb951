package io.projectexport.process.guard;

import io.projectexport.process.catalogue.ModelCatalogue.Step;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** An element of a model that calls a step of the catalogue: a copied task is the same step, whatever its id. */
public record CalledStep(FlowNode element, Step step) {}
