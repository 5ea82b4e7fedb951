package io.projectexport.web.project;

import io.projectexport.export.looking.ProjectLooks.Look;
import io.projectexport.export.permission.People;
import io.projectexport.export.text.DisplayFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says in words who else looks at a project. */
@Component
public class Lookers {

    private final People people;
    private final DisplayFormat format;

    Lookers(People people, DisplayFormat format) {
        this.people = people;
        this.format = format;
    }

    /** A sentence for each; names are looked up only where there is anybody. */
    List<String> sentences(List<Look> looks) {
        if (looks.isEmpty()) {
            return List.of();
        }
        Map<String, String> names =
                people.names(looks.stream().map(Look::userId).toList());
        return looks.stream()
                .map(look -> "%s is looking at this, too (since %s)"
                        .formatted(names.getOrDefault(look.userId(), look.userId()), format.timeOfDay(look.since())))
                .toList();
    }
}
