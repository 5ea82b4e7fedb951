package io.projectexport.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.springframework.util.StringUtils;

/** Xero's contacts; their names are unique, whatever their case. */
public final class Contacts {

    private static final int MAX_NAME = 255;
    private static final int PAGE_SIZE = 100;
    private static final int OTHERS = 12_000;

    private final List<SandboxContact> contacts = new CopyOnWriteArrayList<>();
    private final Set<UUID> archived = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    Contacts(Clock clock) {
        this.clock = clock;
    }

    /** Contacts in the order of their creation. */
    public List<SandboxContact> all() {
        return List.copyOf(contacts);
    }

    public SandboxContact add(String name) {
        SandboxContact contact = new SandboxContact(UUID.randomUUID(), name, clock.instant());
        contacts.add(contact);
        return contact;
    }

    /** One that somebody archived: hidden from lists that do not ask for such, while its name stays taken. */
    public SandboxContact addArchived(String name) {
        SandboxContact contact = add(name);
        archived.add(contact.id());
        return contact;
    }

    boolean exists(UUID id) {
        return contacts.stream().anyMatch(contact -> contact.id().equals(id));
    }

    SentAnswer list(ReceivedRequest request) {
        String where = request.query().get("where");
        if (StringUtils.hasText(where)) {
            return NameFilter.parse(where)
                    .map(name -> page(
                            contacts.stream()
                                    .filter(c -> c.name().equalsIgnoreCase(name))
                                    .toList(),
                            request))
                    .orElseGet(
                            () -> AccountingApi.badQuery("The sandbox understands only Name==\"...\", not: " + where));
        }
        return page(contacts.stream().filter(c -> c.isFoundBy(request.query())).toList(), request);
    }

    /** A page of 12,000 contacts that have nothing to do with what was searched for. */
    static SentAnswer others(ReceivedRequest request) {
        int first = (pageNumber(request) - 1) * PAGE_SIZE + 1;
        return AccountingApi.ok(
                "Contacts",
                IntStream.range(first, Math.min(first + PAGE_SIZE, OTHERS + 1))
                        .mapToObj("Other contact %05d"::formatted)
                        .map(name -> new SandboxContact(
                                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name, Instant.EPOCH))
                        .map(SandboxContact::json)
                        .toList());
    }

    /** {@code PUT}: only new ones. */
    synchronized SentAnswer create(ReceivedRequest request) {
        return each(request, (name, known) -> known.isPresent() ? null : add(name));
    }

    /** {@code POST}: one that exists by name stays as it is. */
    synchronized SentAnswer createOrUpdate(ReceivedRequest request) {
        return each(request, (name, known) -> known.orElseGet(() -> add(name)));
    }

    private SentAnswer each(
            ReceivedRequest request, BiFunction<String, Optional<SandboxContact>, SandboxContact> save) {
        JsonNode body = AccountingApi.json(request);
        List<String> names = names(body.has("Contacts") ? body.get("Contacts") : body);
        if (names.isEmpty()) {
            return AccountingApi.badPost("JSON for contacts with a Name is required.");
        }
        List<Map<String, Object>> saved = new ArrayList<>();
        for (String name : names) {
            if (name.isBlank() || name.length() > MAX_NAME) {
                return AccountingApi.invalid(Map.of("Name", name), nameError(name));
            }
            SandboxContact contact = save.apply(name, find(name));
            if (contact == null) {
                return AccountingApi.invalid(Map.of("Name", name), taken(name));
            }
            saved.add(contact.json());
        }
        return AccountingApi.ok("Contacts", saved);
    }

    private static List<String> names(JsonNode contacts) {
        return contacts.isArray()
                ? StreamSupport.stream(contacts.spliterator(), false)
                        .map(contact -> contact.path("Name").asText())
                        .toList()
                : contacts.has("Name") ? List.of(contacts.get("Name").asText()) : List.of();
    }

    private Optional<SandboxContact> find(String name) {
        return contacts.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    private SentAnswer page(List<SandboxContact> found, ReceivedRequest request) {
        int page = pageNumber(request);
        boolean withArchived = Boolean.parseBoolean(request.query().get("includeArchived"));
        return AccountingApi.ok(
                "Contacts",
                found.stream()
                        .filter(contact -> withArchived || !archived.contains(contact.id()))
                        .skip((page - 1L) * PAGE_SIZE)
                        .limit(PAGE_SIZE)
                        .map(this::json)
                        .toList());
    }

    private static int pageNumber(ReceivedRequest request) {
        return Math.max(1, Integer.parseInt(request.query().getOrDefault("page", "1")));
    }

    private Map<String, Object> json(SandboxContact contact) {
        Map<String, Object> json = contact.json();
        json.put("ContactStatus", archived.contains(contact.id()) ? "ARCHIVED" : "ACTIVE");
        return json;
    }

    private static String nameError(String name) {
        return name.isBlank()
                ? "Contact Name cannot be empty."
                : "The Contact Name exceeds the maximum length of %d characters.".formatted(MAX_NAME);
    }

    private static String taken(String name) {
        return ("The contact name %s is already assigned to another contact. "
                        + "The contact name must be unique across all active contacts.")
                .formatted(name);
    }
}
