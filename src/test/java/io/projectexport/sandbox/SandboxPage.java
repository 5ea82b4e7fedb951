package io.projectexport.sandbox;

import io.projectexport.export.text.DisplayFormat;
import io.projectexport.sandbox.DemoSwitches.Switch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The pages that show people what is in this Xero, and have it behave as they like. */
final class SandboxPage {

    private static final int CALLS_SHOWN = 50;
    private static final String HOME = "/";
    private static final String SWITCHES = "/switches";
    private static final String NORMAL = "/normal";
    private static final String ACTIONS = "/actions";
    private static final Set<String> PATHS = Set.of(HOME, SWITCHES, NORMAL, ACTIONS);

    private final HtmlTemplates templates;
    private final DisplayFormat format;
    private final Map<PageAction, String> actions = Collections.synchronizedMap(new LinkedHashMap<>());
    private final SandboxXero xero;
    private final Router router = new Router()
            .on("GET", HOME, request -> shown("sandbox-xero", home()))
            .on("GET", SWITCHES, request -> shown("sandbox-switches", switches()))
            .on("POST", SWITCHES, this::flip)
            .on("POST", NORMAL, this::normal)
            .on("POST", ACTIONS, this::act);

    SandboxPage(SandboxXero xero, Clock clock) {
        this.xero = xero;
        templates = new HtmlTemplates("/io/projectexport/sandbox/", clock);
        format = new DisplayFormat(clock);
    }

    void offer(PageAction action) {
        actions.put(action, "");
    }

    boolean serves(ReceivedRequest request) {
        return PATHS.contains(request.path());
    }

    SentAnswer answer(ReceivedRequest request) {
        return router.answer(request);
    }

    private SentAnswer shown(String template, Map<String, Object> model) {
        return SentAnswer.html(200, templates.render(template, model));
    }

    private SentAnswer flip(ReceivedRequest request) {
        Map<String, String> form = request.form();
        xero.switches().set(Switch.valueOf(form.get("switch")), Boolean.parseBoolean(form.get("on")));
        return back(form);
    }

    private SentAnswer normal(ReceivedRequest request) {
        xero.switches().normal();
        return back(request.form());
    }

    private SentAnswer act(ReceivedRequest request) {
        String label = request.form().get("action");
        List.copyOf(actions.keySet()).stream()
                .filter(action -> action.label().equals(label))
                .forEach(action -> actions.put(
                        action,
                        format.momentToTheSecond(Instant.now()) + ": "
                                + action.run().get()));
        return SentAnswer.redirect(HOME);
    }

    private static SentAnswer back(Map<String, String> form) {
        return SentAnswer.redirect(SWITCHES.equals(form.get("from")) ? SWITCHES : HOME);
    }

    private Map<String, Object> home() {
        Map<String, Object> model = new LinkedHashMap<>(Map.of(
                "organisation", SandboxXero.ORGANISATION,
                "currency", SandboxXero.CURRENCY,
                "trackingCategoryId", SandboxXero.TRACKING_CATEGORY_ID,
                "projects", newestFirst(xero.projects().all()),
                "contacts", newestFirst(xero.contacts().all()),
                "options", newestFirst(xero.trackingCategories().options()),
                "calls", xero.log().last(CALLS_SHOWN)));
        model.put("switches", states(each -> each.group() == SwitchGroup.FIRST || isOn(each)));
        model.put(
                "others",
                Switch.values().length
                        - states(each -> each.group() == SwitchGroup.FIRST).size());
        model.put("normal", xero.switches().isNormal());
        model.put("actions", new LinkedHashMap<>(actions));
        return model;
    }

    private Map<String, Object> switches() {
        Map<SwitchGroup, Map<Switch, Boolean>> groups = new EnumMap<>(SwitchGroup.class);
        Arrays.stream(SwitchGroup.values()).forEach(group -> groups.put(group, states(each -> each.group() == group)));
        return Map.of("groups", groups, "normal", xero.switches().isNormal());
    }

    private static <T> List<T> newestFirst(List<T> inOrder) {
        List<T> reversed = new ArrayList<>(inOrder);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Whether each of these is on. */
    private Map<Switch, Boolean> states(Predicate<Switch> wanted) {
        Map<Switch, Boolean> states = new EnumMap<>(Switch.class);
        Arrays.stream(Switch.values()).filter(wanted).forEach(each -> states.put(each, isOn(each)));
        return states;
    }

    private boolean isOn(Switch which) {
        return xero.switches().isOn(which);
    }
}
