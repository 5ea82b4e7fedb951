package io.projectexport.web;

import io.projectexport.export.ApprovalProcess;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where the links in mails lead: to the task in Tasklist, which asks for a login; they never act by themselves. */
@Controller
class TaskLinks {

    private static final String TASKLIST = "redirect:/camunda/app/tasklist/default/";

    private final ApprovalProcess process;

    TaskLinks(ApprovalProcess process) {
        this.process = process;
    }

    @GetMapping("/jobs")
    String all() {
        return TASKLIST;
    }

    @GetMapping("/jobs/{exportId}")
    String one(@PathVariable UUID exportId) {
        return process.openTask(exportId)
                .map(task -> TASKLIST + "#/?task=" + task)
                .orElse(TASKLIST);
    }
}
