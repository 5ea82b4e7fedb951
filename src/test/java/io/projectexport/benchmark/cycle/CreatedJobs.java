package io.projectexport.benchmark.cycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.ReceivedRequest;
import io.projectexport.sandbox.SandboxXero;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The moments at which Xero had the jobs. */
final class CreatedJobs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_SECONDS = 120;

    private final Map<String, CompletableFuture<Long>> moments = new ConcurrentHashMap<>();

    CreatedJobs(SandboxXero xero) {
        xero.otherwise(request -> request.createsJob()
                ? Fault.answered(answer -> {
                    of(name(request)).complete(System.nanoTime());
                    return answer;
                })
                : Fault.none());
    }

    /** Waits for the job; by {@link System#nanoTime}. */
    long await(CycleProject project) {
        return of(project.jobName())
                .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private CompletableFuture<Long> of(String jobName) {
        return moments.computeIfAbsent(jobName, name -> new CompletableFuture<>());
    }

    private static String name(ReceivedRequest request) {
        try {
            return JSON.readTree(request.body()).path("name").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
