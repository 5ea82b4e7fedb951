package io.projectexport.benchmark.cycle;

import io.projectexport.benchmark.cycle.CycleFigures.Load;
import io.projectexport.benchmark.cycle.MeasuredDatabase.Counts;
import java.util.List;
import java.util.Map;

/** The course of a run: the two systems work in turns, so that whatever else the machine does meets both. */
final class Comparison {

    private final MeasuredDatabase database;
    private final CreatedJobs created;
    private final BareSystem bare;
    private final ProductSystem product;
    private final int nodes;
    private final CycleFigures ofBare = new CycleFigures();
    private final CycleFigures ofProduct = new CycleFigures();

    Comparison(MeasuredDatabase database, CreatedJobs created, BareSystem bare, ProductSystem product, int nodes) {
        this.database = database;
        this.created = created;
        this.bare = bare;
        this.product = product;
        this.nodes = nodes;
    }

    CycleFigures ofBare() {
        return ofBare;
    }

    CycleFigures ofProduct() {
        return ofProduct;
    }

    void start() {
        bare.start(nodes);
        product.start(nodes);
        product.addPeople();
    }

    /** Has the JVMs compile what they will run. */
    void warmUp(Map<Load, Round> rounds) {
        rounds.values().forEach(round -> run(round, product));
        List.of(Load.MANY_CLIENTS, Load.ONE_CLIENT).forEach(load -> run(rounds.get(load), bare));
    }

    /** One round of each; the bare system has no calls for many at once. */
    void measure(Map<Load, Round> rounds) {
        List.of(Load.MANY_CLIENTS, Load.ONE_CLIENT).forEach(load -> {
            ofBare.add(load, run(rounds.get(load), bare));
            ofProduct.add(load, run(rounds.get(load), product));
        });
        ofProduct.add(Load.BULK, run(rounds.get(Load.BULK), product));
    }

    /** Counts what the databases do in a round of each, whose nodes end with it. */
    void count(Round round) {
        ofBare.count(counted(round, bare));
        ofProduct.count(counted(round, product));
    }

    /** Starts one node of each alone, on what the rounds have left. */
    void startAgain() {
        try (BareSystem started = bare) {
            ofBare.addStart(started.start(1));
        }
        try (ProductSystem started = product) {
            ofProduct.addStart(started.start(1));
        }
    }

    private Counts counted(Round round, MeasuredSystem system) {
        Counts idleBefore = database.counts(system.database());
        Counts before = database.counts(system.database());
        long begin = System.nanoTime();
        int cycles = run(round, system).cycles();
        double seconds = (System.nanoTime() - begin) / 1e9;
        // what a session has not told yet it tells when it ends
        system.close();
        return database.counts(system.database())
                .since(before)
                .withoutIdle(before.since(idleBefore), seconds)
                .perCycle(cycles);
    }

    private Round.Outcome run(Round round, MeasuredSystem system) {
        Round.Outcome outcome = round.run(system, created);
        database.awaitSettled(system.database());
        return outcome;
    }
}
