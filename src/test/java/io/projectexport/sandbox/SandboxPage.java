package io.projectexport.sandbox;

import io.projectexport.sandbox.DemoSwitches.Switch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The page that shows people what is in this Xero, and lets them switch it out of order. */
final class SandboxPage {

    private static final int CALLS_SHOWN = 50;

    private final HtmlTemplates templates = new HtmlTemplates("/io/projectexport/sandbox/");
    private final SandboxXero xero;

    SandboxPage(SandboxXero xero) {
        this.xero = xero;
    }

    boolean serves(ReceivedRequest request) {
        return request.path().equals("/") || request.path().equals("/switches");
    }

    SentAnswer answer(ReceivedRequest request) {
        if (!request.method().equals("POST")) {
            return SentAnswer.html(200, templates.render("sandbox-xero", model()));
        }
        Map<String, String> form = request.form();
        xero.switches().set(Switch.valueOf(form.get("switch")), Boolean.parseBoolean(form.get("on")));
        return SentAnswer.redirect("/");
    }

    private Map<String, Object> model() {
        return Map.of(
                "organisation", SandboxXero.ORGANISATION,
                "currency", SandboxXero.CURRENCY,
                "tenantId", SandboxXero.TENANT_ID,
                "trackingCategoryId", SandboxXero.TRACKING_CATEGORY_ID,
                "switches", switches(),
                "projects", newestFirst(xero.projects().all()),
                "contacts", newestFirst(xero.contacts().all()),
                "options", newestFirst(xero.trackingCategories().options()),
                "calls", xero.log().last(CALLS_SHOWN));
    }

    private static <T> List<T> newestFirst(List<T> inOrder) {
        List<T> reversed = new ArrayList<>(inOrder);
        Collections.reverse(reversed);
        return reversed;
    }

    private Map<Switch, Boolean> switches() {
        Map<Switch, Boolean> switches = new EnumMap<>(Switch.class);
        for (Switch each : Switch.values()) {
            switches.put(each, xero.switches().isOn(each));
        }
        return switches;
    }
}
