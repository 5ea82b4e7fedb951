package io.projectexport.xero.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.xero.api.client.AccountingApi;
import com.xero.models.accounting.TrackingOption;
import io.projectexport.export.accounting.JobName;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.xero.client.XeroCalls;
import io.projectexport.xero.failure.ExportFailureFactory;
import io.projectexport.xero.failure.Remedy;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Jobs as options of one tracking category. */
class TrackingOptionJobs implements JobKind {

    private static final int MAX_NAME_LENGTH = 100;

    private final AccountingApi api;
    private final XeroCalls calls;
    private final UUID categoryId;
    private volatile String categoryName;

    TrackingOptionJobs(AccountingApi api, XeroCalls calls, UUID categoryId) {
        this.api = api;
        this.calls = calls;
        this.categoryId = categoryId;
    }

    @Override
    public int maxNameLength() {
        return MAX_NAME_LENGTH;
    }

    @Override
    public boolean hasContacts() {
        return false;
    }

    @Override
    public String preview(JobRequest request, String currency) {
        return new PreviewText()
                .line("Tracking option", request.name())
                .line("Tracking category", categoryName)
                .toString();
    }

    @Override
    public String name() {
        return "Option of tracking category " + categoryId;
    }

    @Override
    public UUID create(JobRequest request, String idempotencyKey, String organisation, Deadline deadline) {
        TrackingOption option = new TrackingOption().name(request.name());
        XeroCalls.Request creation = (token, tenant) -> {
            deadline.check();
            return api.createTrackingOptionsForHttpResponse(token, tenant, categoryId, option, idempotencyKey);
        };
        ObjectNode created = calls.call(ObjectNode.class, creation.onlyTo(organisation));
        return XeroIds.required(XeroJson.id(
                created(XeroJson.created(created, "Options"), JobName.of(request.name())), "TrackingOptionID"));
    }

    /** The only one of the answer, whatever name it was stored under, or the one that is most like what was sent. */
    private static JsonNode created(List<JsonNode> answered, JobName name) {
        return answered.size() == 1
                ? answered.get(0)
                : answered.stream()
                        .filter(option -> likeness(option, name).isLikely())
                        .min(Comparator.comparing(option -> likeness(option, name)))
                        .orElseThrow(ExportFailureFactory::withoutId);
    }

    private static JobName.Likeness likeness(JsonNode option, JobName name) {
        String stored = XeroJson.text(option, "Name");
        return stored == null ? JobName.Likeness.NONE : name.likeness(stored);
    }

    @Override
    public List<ListedJob> list() {
        return XeroJson.list(category(), "Options").stream()
                .filter(option -> !isGone(option))
                .map(option -> new ListedJob(
                        XeroJson.id(option, "TrackingOptionID"), XeroJson.text(option, "Name"), details(option)))
                .toList();
    }

    private static boolean isGone(JsonNode option) {
        return "DELETED".equals(XeroJson.text(option, "Status"))
                || option.path("IsDeleted").asBoolean();
    }

    private static String details(JsonNode option) {
        String status = XeroJson.text(option, "Status");
        return switch (status == null ? "" : status) {
            case "ACTIVE" -> "active tracking option";
            case "ARCHIVED" -> "archived tracking option, which Xero offers nobody until it is restored";
            default -> "tracking option";
        };
    }

    private JsonNode category() {
        ObjectNode categories = calls.callExtra(
                ObjectNode.class, (token, tenant) -> api.getTrackingCategoryForHttpResponse(token, tenant, categoryId));
        return XeroJson.list(categories, "TrackingCategories").stream()
                .filter(category -> categoryId.equals(XeroJson.id(category, "TrackingCategoryID")))
                .findFirst()
                .orElseThrow(() -> ExportFailureFactory.refused(
                        List.of(), "Xero does not show the tracking category.", Remedy.CHECK_SETTINGS));
    }

    @Override
    public void check() {
        category();
    }

    @Override
    public String defaultUrlTemplate() {
        return "https://go.xero.com/Setup/Tracking.aspx";
    }

    @Override
    public void load() {
        if (categoryName == null) {
            categoryName = XeroJson.text(category(), "Name");
        }
    }
}
