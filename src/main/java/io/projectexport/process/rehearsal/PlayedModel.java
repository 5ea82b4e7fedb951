package io.projectexport.process.rehearsal;

import io.projectexport.export.rehearsal.PastProject;
import io.projectexport.export.rehearsal.PlayedWay;
import io.projectexport.export.rehearsal.RehearsedModels.RehearsedModel;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import io.projectexport.process.task.ProjectValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One model through which past projects are played, each in all the ways that what nobody knows any more leaves open. */
final class PlayedModel implements RehearsedModel {

    /** A finished project comes to some ten; more are a model that goes round. */
    private static final int MOST_STATES = 500;

    /** Of one project. */
    private static final int MOST_WAYS = 8;

    /** Of all projects; 500 as they usually are come to some ten thousand. */
    private static final int MOST_STATES_IN_ALL = 200_000;

    private final FlowGraph graph;
    private final AskedTables decisions;
    private final ProjectValues fields;
    private final Places places;
    private int left = MOST_STATES_IN_ALL;

    PlayedModel(FlowGraph graph, AskedTables decisions, ProjectValues fields, Places places) {
        this.graph = graph;
        this.decisions = decisions;
        this.fields = fields;
        this.places = places;
    }

    @Override
    public List<PlayedWay> play(PastProject project) {
        PastSteps past = new PastSteps(project);
        List<PlayedWay> ways = new ArrayList<>();
        Deque<Map<String, Object>> open = new ArrayDeque<>(List.of(Map.of()));
        while (!open.isEmpty()) {
            if (left <= 0) {
                return List.of();
            }
            Map<String, Object> guesses = open.pop();
            PastTerms terms = new PastTerms(graph, decisions, fields.names(), fields.of(project.export()), guesses);
            PastChoices choices = new PastChoices(past, terms);
            Play play = Player.play(graph, choices, MOST_STATES);
            left -= play.states().size();
            if (terms.open().isEmpty() || ways.size() + open.size() >= MOST_WAYS) {
                ways.add(new PlayedEnd(play, past, choices, terms, places).way());
            } else {
                guessMore(terms, guesses).forEach(open::push);
            }
        }
        return ways;
    }

    /** Each value of the first thing that was asked and not known. */
    private static List<Map<String, Object>> guessMore(PastTerms terms, Map<String, Object> guesses) {
        Map.Entry<String, List<?>> asked = terms.open().entrySet().iterator().next();
        List<Map<String, Object>> more = new ArrayList<>();
        for (Object value : asked.getValue()) {
            Map<String, Object> all = new HashMap<>(guesses);
            all.put(asked.getKey(), value);
            more.add(all);
        }
        return more;
    }

    @Override
    public String diagram() {
        return new String(graph.model().sent().files().get(graph.model().resource()), StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        graph.nodes().forEach(node -> {
            String label = graph.model().place(node.element()).label();
            if (label != null) {
                labels.put(node.id(), label);
            }
        });
        return labels;
    }
}
