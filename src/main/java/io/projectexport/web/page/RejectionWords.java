package io.projectexport.web.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/** Words of a rejection, which a browser without scripts sends in two parts. */
public final class RejectionWords {

    private RejectionWords() {}

    /**
     * What was chosen, and below it what was written; null where there is neither.
     *
     * @param chosen one of the usual reasons; null or blank for none
     */
    public static String of(String chosen, String written) {
        return StringUtils.hasText(chosen)
                ? Stream.of(chosen, written).filter(StringUtils::hasText).collect(Collectors.joining("\n"))
                : written;
    }
}
