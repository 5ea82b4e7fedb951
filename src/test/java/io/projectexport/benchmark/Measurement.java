package io.projectexport.benchmark;

import io.projectexport.benchmark.Browser.Took;
import io.projectexport.benchmark.MeasuredApplication.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sends every request many times, mixed in a random order that is the same in every run. */
final class Measurement {

    private static final long SEED = 7;

    private final List<MeasuredRequest> requests;
    private final Map<Person, Browser> browsers = new EnumMap<>(Person.class);

    Measurement(MeasuredApplication application, List<MeasuredRequest> requests) {
        this.requests = requests;
        Stream.of(Person.values()).forEach(person -> browsers.put(person, application.browserOf(person)));
    }

    /** The times of every request, after so many repetitions by so many clients together. */
    List<Times> run(int clients, int repetitions) {
        Map<MeasuredRequest, Queue<Duration>> taken = new LinkedHashMap<>();
        requests.forEach(request -> taken.put(request, new ConcurrentLinkedQueue<>()));
        Queue<MeasuredRequest> waiting = new ConcurrentLinkedQueue<>(mixed(repetitions));
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            CompletableFuture<?>[] running = IntStream.range(0, clients)
                    .mapToObj(client -> CompletableFuture.runAsync(() -> work(waiting, taken), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(running).join();
        } finally {
            threads.shutdownNow();
        }
        return taken.entrySet().stream()
                .map(times -> new Times(times.getKey(), List.copyOf(times.getValue())))
                .toList();
    }

    /** The median download of everything as a file. */
    Took file(int repetitions) {
        return IntStream.range(0, repetitions)
                .mapToObj(repetition -> get(MeasuredRequest.file()))
                .sorted(Comparator.comparing(Took::took))
                .toList()
                .get(repetitions / 2);
    }

    private List<MeasuredRequest> mixed(int repetitions) {
        List<MeasuredRequest> mixed = new ArrayList<>();
        IntStream.range(0, repetitions).forEach(repetition -> mixed.addAll(requests));
        Collections.shuffle(mixed, new Random(SEED));
        return mixed;
    }

    private void work(Queue<MeasuredRequest> waiting, Map<MeasuredRequest, Queue<Duration>> taken) {
        for (MeasuredRequest request = waiting.poll(); request != null; request = waiting.poll()) {
            taken.get(request).add(get(request).took());
        }
    }

    private Took get(MeasuredRequest request) {
        return browsers.get(request.person()).get(request.path());
    }
}
