package io.projectexport.persistence.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.permission.Person;
import io.projectexport.export.query.SaveViews;
import io.projectexport.export.query.SavedViews;
import io.projectexport.export.query.SavedViews.SavedView;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcSavedViewsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private final Person anna = new Person("anna-" + UUID.randomUUID(), "Anna", null, Set.of());
        private final Person ben = new Person("ben-" + UUID.randomUUID(), "Ben", null, Set.of());

        @Autowired
        SavedViews views;

        @Test
        void views_belong_to_a_person_and_the_last_one_of_a_name_stays() {
            SaveViews useCase = new SaveViews(views);
            useCase.save(" Large\u200B ones ", "?estimateFrom=1000", anna);
            useCase.save("Large ones", "?estimateFrom=2000", anna);
            views.save(ben.userId(), new SavedView("Large ones", "?client=x"));

            assertThat(useCase.of(anna)).containsExactly(new SavedView("Large ones", "?estimateFrom=2000"));
            useCase.delete("Large ones", anna);
            assertThat(useCase.of(anna)).isEmpty();
            assertThat(views.of(ben.userId())).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "  ", "\u200B", "more than sixty characters, which nobody would call a name any more"})
        void name_that_is_none_is_refused(String name) {
            ActionRefused refused =
                    catchThrowableOfType(ActionRefused.class, () -> new SaveViews(views).save(name, "", anna));

            assertThat(refused.errors()).extracting(FieldError::field).containsExactly("name");
            assertThat(views.of(anna.userId())).isEmpty();
        }

        @Test
        void nobody_saves_without_end() {
            SaveViews useCase = new SaveViews(views);
            IntStream.range(0, 20).forEach(i -> useCase.save("View " + i, "", anna));

            ActionRefused refused = catchThrowableOfType(ActionRefused.class, () -> useCase.save("One more", "", anna));

            assertThat(refused).hasMessage("You have 20 views already. Remove one first.");
            useCase.save("View 3", "?client=x", anna);
        }
    }
}
