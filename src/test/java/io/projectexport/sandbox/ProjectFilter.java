package io.projectexport.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.StringUtils;

/** Filters projects and cuts them into pages, as the query says. */
final class ProjectFilter {

    private static final int MAX_PAGE_SIZE = 500;

    private ProjectFilter() {}

    static SentAnswer answer(List<SandboxProject> projects, Map<String, String> query) {
        int page = number(query, "page", 1);
        int pageSize = number(query, "pageSize", 50);
        if (page < 1) {
            return refusal("page", "Page must be a number greater than 0.");
        }
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            return refusal("pageSize", "PageSize must be a number between 1 and %d.".formatted(MAX_PAGE_SIZE));
        }
        return page(projects.stream().filter(project -> fits(project, query)).toList(), page, pageSize);
    }

    private static boolean fits(SandboxProject project, Map<String, String> query) {
        return fits(project.status(), query.get("states"))
                && fits(String.valueOf(project.contactId()), query.get("contactID"))
                && fits(project.id().toString(), query.get("projectIds"));
    }

    private static boolean fits(String value, String wanted) {
        return !StringUtils.hasText(wanted)
                || StringUtils.commaDelimitedListToSet(wanted).stream().anyMatch(value::equalsIgnoreCase);
    }

    private static SentAnswer page(List<SandboxProject> projects, int page, int pageSize) {
        Map<String, Object> pagination = new LinkedHashMap<>();
        pagination.put("page", page);
        pagination.put("pageSize", pageSize);
        pagination.put("pageCount", (projects.size() + pageSize - 1) / pageSize);
        pagination.put("itemCount", projects.size());
        List<Map<String, Object>> items = projects.stream()
                .skip((page - 1L) * pageSize)
                .limit(pageSize)
                .map(SandboxProject::json)
                .toList();
        return SentAnswer.json(200, Map.of("pagination", pagination, "items", items));
    }

    /** -1 for what is no number. */
    private static int number(Map<String, String> query, String name, int missing) {
        try {
            return query.containsKey(name) ? Integer.parseInt(query.get(name)) : missing;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static SentAnswer refusal(String field, String message) {
        return ModelState.refusal("The request is invalid.", Map.of(field, List.of(message)));
    }
}
