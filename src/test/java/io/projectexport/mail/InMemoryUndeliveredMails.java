package io.projectexport.mail;

import io.projectexport.export.notification.UndeliveredMails;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Undelivered mails of one test. */
final class InMemoryUndeliveredMails implements UndeliveredMails {

    final Map<String, Mail> failed = new LinkedHashMap<>();
    private final Set<String> givenUp = new LinkedHashSet<>();

    @Override
    public void failed(Mail mail, boolean isGivenUp) {
        failed.put(mail.noticeId(), mail);
        if (isGivenUp) {
            givenUp.add(mail.noticeId());
        }
    }

    @Override
    public void delivered(String noticeId) {
        failed.remove(noticeId);
        givenUp.remove(noticeId);
    }

    @Override
    public void giveUp(UUID exportId) {
        givenUp.addAll(failed.keySet());
    }

    @Override
    public List<Mail> of(UUID exportId) {
        return givenUp.stream().map(failed::get).toList();
    }

    @Override
    public long count() {
        return givenUp.size();
    }
}
