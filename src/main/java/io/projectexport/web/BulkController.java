package io.projectexport.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.projectexport.export.ApprovalProcess;
import io.projectexport.export.ExportStatus;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Submits many projects in one call, each on its own: good rows go through, bad ones are named. */
@RestController
@RequestMapping(path = "/api/projects/bulk", produces = APPLICATION_JSON_VALUE)
class BulkController {

    private static final int MAX_ROWS = 1000;

    private final ApprovalProcess process;

    BulkController(ApprovalProcess process) {
        this.process = process;
    }

    @Operation(summary = "Submit many projects, each on its own")
    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    BulkAnswer<BulkAnswer.Row> submit(@RequestBody List<Object> projects) {
        return answer(projects, ProjectFields::of);
    }

    @Operation(summary = "Submit many projects as CSV, with the names of the fields in its first line")
    @PostMapping(consumes = "text/csv")
    BulkAnswer<BulkAnswer.Row> submit(@RequestBody byte[] csv) {
        return answer(ProjectsCsv.read(csv).rows(), ProjectsCsv.Row::fields);
    }

    private <P> BulkAnswer<BulkAnswer.Row> answer(List<P> projects, Function<P, Map<String, Object>> fields) {
        PerItem.checkNumber("body", projects, MAX_ROWS);
        return new BulkAnswer<>(IntStream.rangeClosed(1, projects.size())
                .mapToObj(row -> submit(row, () -> fields.apply(projects.get(row - 1))))
                .toList());
    }

    private BulkAnswer.Row submit(int row, Supplier<Map<String, Object>> fields) {
        return PerItem.answer(
                () -> new BulkAnswer.Row(row, process.submit(fields.get()), ExportStatus.READY_TO_EXPORT, List.of()),
                errors -> new BulkAnswer.Row(row, null, null, errors));
    }
}
