package io.projectexport.process;

import io.projectexport.export.Rejections;
import io.projectexport.export.Rejections.Recipient;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The notices that one rejection leads to; each names its round, since the next round can begin before a mail server answers. */
@Component
public class RejectionNotices {

    private final Rejections rejections;

    RejectionNotices(Rejections rejections) {
        this.rejections = rejections;
    }

    /** One notice as the model's loop hands it on. */
    record Notice(int round, Recipient recipient) {

        static Notice parse(String text) {
            String[] parts = text.split("/");
            return new Notice(Integer.parseInt(parts[0]), Recipient.valueOf(parts[1]));
        }

        @Override
        public String toString() {
            return round + "/" + recipient;
        }
    }

    /** For the model: one text for each recipient of the latest rejection. */
    public List<String> of(DelegateExecution execution) {
        UUID exportId = ExportIds.of(execution);
        int round = rejections.latest(exportId).round();
        return rejections.recipients(exportId).stream()
                .map(recipient -> new Notice(round, recipient).toString())
                .toList();
    }
}
