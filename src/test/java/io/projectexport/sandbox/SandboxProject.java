package io.projectexport.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A project that this Xero holds.
 *
 * @param sentName the name that it was to have, which Xero can have stored otherwise
 * @param contactId null for none
 * @param estimate null for none
 * @param deadline null for none
 * @param status {@code INPROGRESS} or {@code CLOSED}
 */
public record SandboxProject(
        UUID id,
        String name,
        String sentName,
        UUID contactId,
        BigDecimal estimate,
        Instant deadline,
        String status,
        Instant createdAt) {

    private static final List<String> AMOUNTS = List.of(
            "totalTaskAmount",
            "totalExpenseAmount",
            "taskAmountToBeInvoiced",
            "taskAmountInvoiced",
            "expenseAmountToBeInvoiced",
            "expenseAmountInvoiced",
            "projectAmountInvoiced",
            "deposit",
            "depositApplied",
            "creditNoteAmount",
            "totalInvoiced",
            "totalToBeInvoiced");

    SandboxProject with(ProjectInput input) {
        return new SandboxProject(
                id, input.name(), sentName, input.contactId(), input.estimate(), input.deadline(), status, createdAt);
    }

    SandboxProject withStatus(String newStatus) {
        return new SandboxProject(id, name, sentName, contactId, estimate, deadline, newStatus, createdAt);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("projectId", id);
        json.put("contactId", contactId);
        json.put("name", name);
        json.put("currencyCode", SandboxXero.CURRENCY);
        json.put("minutesLogged", 0);
        json.put("minutesToBeInvoiced", 0);
        AMOUNTS.forEach(field -> json.put(field, amount(BigDecimal.ZERO)));
        json.put("deadlineUtc", deadline == null ? null : deadline.toString());
        json.put("estimate", amount(estimate == null ? BigDecimal.ZERO : estimate));
        json.put("status", status);
        json.values().removeIf(value -> value == null);
        return json;
    }

    private static Map<String, Object> amount(BigDecimal value) {
        return Map.of("currency", SandboxXero.CURRENCY, "value", value);
    }
}
