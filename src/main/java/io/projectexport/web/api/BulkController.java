package io.projectexport.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.bulk.InChunks;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.web.csv.ProjectsCsv;
import io.projectexport.web.input.RequestFields;
import io.projectexport.web.problem.BulkItems;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Submits many projects in one call, each on its own: good rows go through, bad ones are named. */
@RestController
@RequestMapping(path = "/api/projects/bulk", produces = APPLICATION_JSON_VALUE)
class BulkController {

    /** Of all rows together; those after them say their first one only, so that an answer is never much larger than what was sent. */
    private static final int MOST_ERRORS = 500;

    private static final int MAX_ROWS = 1000;

    private final ApprovalProcess process;
    private final InChunks chunks;

    BulkController(ApprovalProcess process, InChunks chunks) {
        this.process = process;
        this.chunks = chunks;
    }

    @Operation(summary = "Submit many projects, each on its own")
    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    BulkResponse<BulkResponse.Row> submit(@RequestBody List<Object> projects) {
        return response(projects, RequestFields::of);
    }

    @Operation(summary = "Submit many projects as CSV, with the names of the fields in its first line")
    @PostMapping(consumes = "text/csv")
    BulkResponse<BulkResponse.Row> submit(@RequestBody byte[] csv) {
        ProjectsCsv projects = ProjectsCsv.read(csv);
        BulkItems.checkNumber("body", projects.total(), MAX_ROWS);
        return response(projects.rows(), ProjectsCsv.Row::fields);
    }

    private <P> BulkResponse<BulkResponse.Row> response(List<P> projects, Function<P, Map<String, Object>> fields) {
        BulkItems.checkNumber("body", projects, MAX_ROWS);
        List<Integer> rows = IntStream.rangeClosed(1, projects.size()).boxed().toList();
        return new BulkResponse<>(shortened(chunks.each(
                rows,
                row -> submitted(row, fields.apply(projects.get(row - 1))),
                (row, work) -> BulkItems.resultOf(work, errors -> new BulkResponse.Row(row, null, null, errors)))));
    }

    private BulkResponse.Row submitted(int row, Map<String, Object> fields) {
        return new BulkResponse.Row(row, process.submit(fields), ExportStatus.READY_TO_EXPORT, List.of());
    }

    private static List<BulkResponse.Row> shortened(List<BulkResponse.Row> rows) {
        List<BulkResponse.Row> all = new ArrayList<>();
        int errors = 0;
        for (BulkResponse.Row row : rows) {
            errors += row.errors().size();
            all.add(errors > MOST_ERRORS ? row.shortened() : row);
        }
        return all;
    }
}
