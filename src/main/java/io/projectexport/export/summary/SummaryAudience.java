package io.projectexport.export.summary;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Query: who gets the daily summary of a day, as far as is known today. */
@Service
public class SummaryAudience {

    private final SummaryReaders readers;

    SummaryAudience(SummaryReaders readers) {
        this.readers = readers;
    }

    /** Their names, ordered by login. */
    public List<String> on(LocalDate day) {
        return readers.on(day).stream().map(reader -> reader.person().name()).toList();
    }
}
