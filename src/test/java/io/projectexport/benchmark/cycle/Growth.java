package io.projectexport.benchmark.cycle;

import io.projectexport.benchmark.ManyProjects;
import io.projectexport.benchmark.cycle.CycleFigures.Load;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The product twice, in turns: on a database that is empty at first, and on one that years of work have left. */
final class Growth {

    private static final List<Load> LOADS = List.of(Load.MANY_CLIENTS, Load.ONE_CLIENT);

    private final CycleFigures ofEmpty = new CycleFigures();
    private final CycleFigures ofGrown = new CycleFigures();
    private final MeasuredDatabase database;
    private final CreatedJobs created;
    private final ProductSystem empty;
    private final ProductSystem grown;
    private long waiting;
    private int cycles;

    Growth(MeasuredDatabase database, CreatedJobs created, ProductSystem empty, ProductSystem grown) {
        this.database = database;
        this.created = created;
        this.empty = empty;
        this.grown = grown;
    }

    /**
     * What a statement takes of each cycle, in milliseconds.
     *
     * @param plan of the grown database
     */
    record Cost(String statement, double onEmpty, double onGrown, String plan) {

        double growth() {
            return onGrown - onEmpty;
        }
    }

    CycleFigures ofEmpty() {
        return ofEmpty;
    }

    CycleFigures ofGrown() {
        return ofGrown;
    }

    void start() {
        Stream.of(empty, grown).forEach(system -> {
            system.start(1);
            system.addPeople();
        });
    }

    /** Gets one project to Xero and leaves another one waiting, which all others are copies of. */
    void fill(ManyProjects projects) {
        run(new Round(1, 1, 1), grown);
        grown.submit(List.of(new CycleProject("G000001-001", "Harbour Bridge")));
        projects.fill();
        projects.fillHistory();
        waiting = database.executions(grown.database());
    }

    void warmUp(Map<Load, Round> rounds) {
        LOADS.forEach(load -> Stream.of(empty, grown).forEach(system -> run(rounds.get(load), system)));
    }

    void measure(Map<Load, Round> rounds) {
        LOADS.forEach(load -> {
            ofEmpty.add(load, run(rounds.get(load), empty));
            ofGrown.add(load, run(rounds.get(load), grown));
            cycles += rounds.get(load).cycles();
        });
    }

    private Round.Outcome run(Round round, ProductSystem system) {
        Round.Outcome outcome = round.run(system, created);
        database.awaitSettled(system.database(), system == grown ? waiting : 0);
        return outcome;
    }

    /** All statements, those that have grown the most first. */
    List<Cost> costs() {
        Map<String, Double> onEmpty = database.milliseconds(empty.database());
        Map<String, Double> onGrown = database.milliseconds(grown.database());
        Set<String> statements = new HashSet<>(onEmpty.keySet());
        statements.addAll(onGrown.keySet());
        return statements.stream()
                .map(statement ->
                        cost(statement, onEmpty.getOrDefault(statement, 0.0), onGrown.getOrDefault(statement, 0.0)))
                .sorted((one, other) -> Double.compare(other.growth(), one.growth()))
                .toList();
    }

    private Cost cost(String statement, double onEmpty, double onGrown) {
        String plan = onGrown > onEmpty ? database.plan(grown.database(), statement) : "";
        return new Cost(statement, onEmpty / cycles, onGrown / cycles, plan);
    }
}
