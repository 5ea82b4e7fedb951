package io.projectexport.export.query;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.query.SavedViews.SavedView;
import io.projectexport.export.text.PlainText;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: a person keeps lists under names, to open them again with one click. */
@Service
@Transactional
public class SaveViews {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 2000;
    private static final int MOST = 20;

    private final SavedViews views;

    public SaveViews(SavedViews views) {
        this.views = views;
    }

    @Transactional(readOnly = true)
    public List<SavedView> of(Person person) {
        return views.of(person.userId());
    }

    /**
     * Keeps a list.
     *
     * @throws ActionRefused when the name is none, the list too long to describe, or there are too many already
     */
    public void save(String name, String query, Person person) {
        String plain = PlainText.clean(name);
        if (plain == null || plain.isEmpty()) {
            throw ActionRefused.invalid("name", "Name is missing: give the view a name to save it.");
        }
        if (plain.length() > LONGEST_NAME || PlainText.firstUnusable(plain).isPresent()) {
            throw ActionRefused.invalid(
                    "name", "Name must be plain text of at most %d characters.".formatted(LONGEST_NAME));
        }
        if (query.length() > LONGEST_QUERY) {
            throw ActionRefused.invalid("query", "This view has too long a search to be saved. Shorten it.");
        }
        List<SavedView> saved = views.of(person.userId());
        if (saved.size() >= MOST && saved.stream().noneMatch(view -> view.name().equals(plain))) {
            throw ActionRefused.invalid("name", "You have %d views already. Remove one first.".formatted(MOST));
        }
        views.save(person.userId(), new SavedView(plain, query));
    }

    public void delete(String name, Person person) {
        views.delete(person.userId(), name);
    }
}
