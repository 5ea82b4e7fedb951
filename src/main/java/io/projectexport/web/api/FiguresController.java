package io.projectexport.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.query.ReadFigures;
import io.projectexport.export.query.ReviewFigures;
import io.projectexport.export.query.ReviewFigures.Approver;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.export.version.FindModelVersions;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows figures to process owners; Cockpit's dashboard draws them. */
@RestController
class FiguresController {

    private final ReadFigures figures;
    private final UndeliveredMails undelivered;
    private final FindModelVersions versions;
    private final CurrentPerson currentPerson;
    private final People people;
    private final DisplayFormat format;

    FiguresController(
            ReadFigures figures,
            UndeliveredMails undelivered,
            FindModelVersions versions,
            CurrentPerson currentPerson,
            People people,
            DisplayFormat format) {
        this.figures = figures;
        this.undelivered = undelivered;
        this.versions = versions;
        this.currentPerson = currentPerson;
        this.people = people;
        this.format = format;
    }

    @Operation(
            summary =
                    "Counts per status, decisions per day, time to Synced, what waits longest, and versions of the model")
    @GetMapping(path = "/api/figures", produces = APPLICATION_JSON_VALUE)
    FiguresResponse figures() {
        Person person = currentPerson.get();
        return FiguresResponse.of(
                figures.run(person), reviews(person), undelivered.count(), versions.inUse(person), format);
    }

    private FiguresResponse.Reviews reviews(Person person) {
        ReviewFigures reviews = figures.reviews(person);
        return FiguresResponse.Reviews.of(
                reviews,
                people.names(reviews.approvers().stream().map(Approver::userId).toList()));
    }
}
