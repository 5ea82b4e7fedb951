package io.projectexport.persistence.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.mapping.ColumnChoice;
import io.projectexport.export.mapping.ColumnChoices;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcColumnChoicesTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final Instant THIRD_OF_MARCH = Instant.parse("2027-03-03T10:15:30.123456Z");
        private static final ColumnChoice CHOICE = new ColumnChoice(
                Map.of("projectNumber", "auftrag 2", "projectName", "工程名称"), "DAY_FIRST", null, THIRD_OF_MARCH);

        @Autowired
        ColumnChoices choices;

        @Test
        void choice_is_found_by_its_person_and_headings_alone() {
            choices.save("sam", "headings", CHOICE);

            assertThat(choices.of("sam", "headings")).contains(CHOICE);
            assertThat(choices.of("sam", "other")).isEmpty();
            assertThat(choices.of("sue", "headings")).isEmpty();
        }

        @Test
        void last_choice_counts_until_it_is_removed() {
            ColumnChoice later = new ColumnChoice(Map.of(), null, "COMMA", THIRD_OF_MARCH.plusSeconds(1));
            choices.save("sam", "headings", CHOICE);
            choices.save("sam", "headings", later);
            assertThat(choices.of("sam", "headings")).contains(later);

            choices.remove("sam", "headings");
            assertThat(choices.of("sam", "headings")).isEmpty();
        }

        @Test
        void each_person_keeps_the_latest_fifty() {
            choices.save("sue", "headings", CHOICE);
            for (int i = 0; i < 53; i++) {
                choices.save("sam", "headings " + i, at(THIRD_OF_MARCH.plusSeconds(i == 1 ? 100 : i)));
            }

            assertThat(jdbc.sql("select count(*) from column_choice where user_id = 'sam'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(ColumnChoices.MOST);
            assertThat(choices.of("sam", "headings 0")).isEmpty();
            assertThat(choices.of("sam", "headings 1")).isPresent();
            assertThat(choices.of("sam", "headings 3")).isEmpty();
            assertThat(choices.of("sam", "headings 52")).isPresent();
            assertThat(choices.of("sue", "headings")).isPresent();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "[]", "7", "{\"projectNumber\":{\"a\":1}}", "<script>"})
        void row_that_makes_no_sense_counts_as_none(String columns) {
            choices.save("sam", "headings", CHOICE);
            jdbc.sql("update column_choice set columns = ?").param(columns).update();

            assertThat(choices.of("sam", "headings")).isEmpty();
        }

        private static ColumnChoice at(Instant moment) {
            return new ColumnChoice(Map.of("projectNumber", "nr"), null, null, moment);
        }
    }
}
