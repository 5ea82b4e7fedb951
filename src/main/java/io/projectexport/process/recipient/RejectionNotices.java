package io.projectexport.process.recipient;

import io.projectexport.export.notification.FindRejection;
import io.projectexport.export.notification.NotifyAboutRejection;
import io.projectexport.export.notification.NotifyAboutRejection.Recipient;
import io.projectexport.export.notification.Rejection;
import io.projectexport.process.catalogue.ModelValue;
import io.projectexport.process.model.ExportIds;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Collection for the model's loop: the notices that one rejection leads to. Each names its round, since the next round can begin before a
 * mail server responds.
 */
@Component
@ModelValue(
        description = "The recipients of the latest rejection, for a loop.",
        expression = "${rejectionNotices.of(execution)}")
public class RejectionNotices {

    private final FindRejection rejections;
    private final NotifyAboutRejection notifyAboutRejection;

    RejectionNotices(FindRejection rejections, NotifyAboutRejection notifyAboutRejection) {
        this.rejections = rejections;
        this.notifyAboutRejection = notifyAboutRejection;
    }

    /** One notice as the model's loop hands it on. */
    public record Notice(int round, Recipient recipient) {

        public static Notice parse(String text) {
            String[] parts = text.split("/");
            return new Notice(Integer.parseInt(parts[0]), Recipient.valueOf(parts[1]));
        }

        @Override
        public String toString() {
            return round + "/" + recipient;
        }
    }

    /** For the model: one text for each recipient of the latest rejection; none where an admin moved a token past the decision. */
    public List<String> of(DelegateExecution execution) {
        UUID exportId = ExportIds.of(execution);
        return rejections
                .latest(exportId)
                .map(Rejection::round)
                .map(round -> notices(exportId, round))
                .orElse(List.of());
    }

    private List<String> notices(UUID exportId, int round) {
        // in the transaction of the rejection, in which the model asks for the loop's collection
        return notifyAboutRejection.expect(exportId, round).stream()
                .map(recipient -> new Notice(round, recipient).toString())
                .toList();
    }
}
