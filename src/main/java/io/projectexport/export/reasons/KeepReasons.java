package io.projectexport.export.reasons;

import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.audit.WriteAudit;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.text.ComparableText;
import io.projectexport.export.text.PlainText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use case: administrators keep the usual reasons of rejections; the first change takes over those of the setting.
 *
 * <p>Each change takes the {@link ReasonList#mark} of the list that the person saw, and a position in it from 0 on. It is refused with
 * {@link ActionRefused} where the person may not, the text is none, or the list is another one by now.
 */
@Service
@Transactional
public class KeepReasons {

    /** Name of the field with a reason's words. */
    public static final String TEXT = "text";

    /** As much as fits into one line of a choice. */
    public static final int LONGEST = 200;

    private static final int MOST = 50;

    private final StandardReasons stored;
    private final ConfiguredReasons configured;
    private final WriteAudit audit;

    public KeepReasons(StandardReasons stored, ConfiguredReasons configured, WriteAudit audit) {
        this.stored = stored;
        this.configured = configured;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public ReasonList current() {
        StandardReasons.Stored now = stored.read();
        boolean isKept = !now.reasons().isEmpty();
        return new ReasonList(now.version(), isKept ? now.reasons() : configured.reasons(), isKept);
    }

    public void add(String mark, String text, Person admin) {
        edit(mark, admin, reasons -> {
            if (reasons.size() >= MOST) {
                throw ActionRefused.invalid(TEXT, "There are %d reasons already: remove one first.".formatted(MOST));
            }
            reasons.add(checked(text, reasons));
        });
    }

    public void change(String mark, int position, String text, Person admin) {
        edit(mark, admin, reasons -> {
            List<String> others = new ArrayList<>(reasons);
            remove(others, position);
            reasons.set(position, checked(text, others));
        });
    }

    /** Swaps two neighbours. */
    public void move(String mark, int position, int other, Person admin) {
        edit(mark, admin, reasons -> {
            check(reasons, position);
            check(reasons, other);
            Collections.swap(reasons, position, other);
        });
    }

    public void remove(String mark, int position, Person admin) {
        edit(mark, admin, reasons -> remove(reasons, position));
    }

    private void edit(String mark, Person admin, Consumer<List<String>> change) {
        if (!admin.may(Privilege.ADMINISTER)) {
            throw ActionRefused.forbidden("Only administrators keep the usual reasons of rejections.");
        }
        ReasonList now = current();
        List<String> reasons = new ArrayList<>(now.reasons());
        if (!now.mark().equals(mark)) {
            throw changedMeanwhile();
        }
        change.accept(reasons);
        if (!stored.replace(now.version(), reasons)) {
            throw changedMeanwhile();
        }
        audit.writeAs(
                admin.userId(),
                AuditedChange.of(AuditKind.REASONS, "Usual reasons changed", null)
                        .from(String.join("\n", now.reasons()))
                        .to(String.join("\n", reasons)));
    }

    private static void remove(List<String> reasons, int position) {
        check(reasons, position);
        reasons.remove(position);
    }

    private static void check(List<String> reasons, int position) {
        if (position < 0 || position >= reasons.size()) {
            throw changedMeanwhile();
        }
    }

    private static ActionRefused changedMeanwhile() {
        return ActionRefused.conflict(
                "Nothing was changed: the list was changed meanwhile, by somebody else or by a second press"
                        + " of the button. This is the list as it is now.");
    }

    private static String checked(String text, List<String> others) {
        if (PlainText.firstUnusable(text).isPresent()) {
            throw ActionRefused.invalid(
                    TEXT,
                    "Reason is not plain text: character %d cannot be used; type it anew."
                            .formatted(PlainText.firstUnusable(text).getAsInt()));
        }
        String reason = PlainText.clean(text);
        if (reason == null) {
            throw ActionRefused.invalid(TEXT, "Reason is missing: write it as creator and submitter will read it.");
        }
        if (reason.codePointCount(0, reason.length()) > LONGEST) {
            throw ActionRefused.invalid(TEXT, "Reason is too long: %d characters fit.".formatted(LONGEST));
        }
        String key = ComparableText.key(reason);
        others.stream()
                .filter(other -> ComparableText.key(other).equals(key))
                .findFirst()
                .ifPresent(other -> {
                    throw ActionRefused.invalid(TEXT, "This reason is in the list already.");
                });
        return reason;
    }
}
