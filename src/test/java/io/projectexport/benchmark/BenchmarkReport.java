package io.projectexport.benchmark;

import io.projectexport.benchmark.Browser.Took;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The figures of a run, as a table.
 *
 * @param rows how many there are in each table
 * @param oneByOne with one request at a time
 * @param atOnce with so many clients at the same time
 * @param file the whole list as a file, one at a time
 */
record BenchmarkReport(String postgres, String rows, int clients, List<Times> oneByOne, List<Times> atOnce, Took file) {

    @Override
    public String toString() {
        String lines = IntStream.range(0, oneByOne.size()).mapToObj(this::line).collect(Collectors.joining());
        return """

                Jobs page on PostgreSQL %s with %d processors
                %s

                                                                 one at a time       %d clients at once
                milliseconds                                           median    95 %%    max   median    95 %%    max
                %s
                All projects as a file: begins after %d ms, %d MB after %d ms
                """.formatted(
                        postgres,
                        Runtime.getRuntime().availableProcessors(),
                        rows,
                        clients,
                        lines,
                        file.begun().toMillis(),
                        file.bytes() / 1_000_000,
                        file.took().toMillis());
    }

    private String line(int request) {
        Times alone = oneByOne.get(request);
        Times crowded = atOnce.get(request);
        return String.format(
                Locale.ROOT,
                "%-54s %6.0f %6.0f %6.0f   %6.0f %6.0f %6.0f%n",
                alone.request(),
                alone.median(),
                alone.percentile(95),
                alone.percentile(100),
                crowded.median(),
                crowded.percentile(95),
                crowded.percentile(100));
    }
}
