package io.projectexport.persistence.project;

import static io.projectexport.export.TestProjects.project;
import static io.projectexport.persistence.TestExports.NOON;
import static io.projectexport.persistence.TestExports.NO_OUTCOME;
import static io.projectexport.persistence.TestExports.ready;
import static io.projectexport.persistence.TestExports.step;
import static io.projectexport.persistence.TestExports.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.project.Submission;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.query.ProjectQuery.Sort;
import io.projectexport.export.query.ProjectResultPage;
import io.projectexport.export.query.ProjectSearch;
import io.projectexport.export.query.ProjectSearch.Place;
import io.projectexport.export.query.SearchFilter;
import io.projectexport.persistence.CountedStatements;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcProjectSearchTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        @Autowired
        ProjectExports exports;

        @Autowired
        ProjectSearch search;

        @Test
        void empty_tables_are_an_empty_page_with_a_zero_for_every_status() {
            ProjectResultPage page = search.search(all());

            assertThat(page.items()).isEmpty();
            assertThat(page.total()).isZero();
            assertThat(page.counts()).containsOnlyKeys(ExportStatus.values());
            assertThat(page.counts().values()).containsOnly(0L);
        }

        @Test
        void status_narrows_the_rows_and_the_total_but_not_the_counts() {
            add(ready("P-1"));
            add(with(ready("P-2"), ExportStatus.SYNCED));
            add(with(ready("P-3"), ExportStatus.SYNCED));

            ProjectResultPage page = search.search(in(ExportStatus.SYNCED));

            assertThat(numbers(page)).containsExactlyInAnyOrder("P-2", "P-3");
            assertThat(page.total()).isEqualTo(2);
            assertThat(page.counts())
                    .containsEntry(ExportStatus.READY_TO_EXPORT, 1L)
                    .containsEntry(ExportStatus.SYNCED, 2L)
                    .containsEntry(ExportStatus.REJECTED, 0L);
        }

        @Test
        void search_narrows_rows_total_and_counts() {
            add(ready("A-1"));
            add(with(ready("A-2"), ExportStatus.SYNCED));
            add(ready("B-1"));

            ProjectResultPage page = search.search(searching("a-"));

            assertThat(numbers(page)).containsExactlyInAnyOrder("A-1", "A-2");
            assertThat(page.total()).isEqualTo(2);
            assertThat(page.counts())
                    .containsEntry(ExportStatus.READY_TO_EXPORT, 1L)
                    .containsEntry(ExportStatus.SYNCED, 1L);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "no-77",
                    "nordtürm",
                    "GMBH & C",
                    "paULA.s",
                    "  nordtürme ",
                    "e\u0301cole",
                    "<b>",
                    "schmidt name OF pau"
                })
        void search_finds_any_part_of_number_name_client_and_submitter_by_login_or_name(String text) {
            Project project = project("NO-7711", "Nordtürme <b>École</b>")
                    .client("Bau GmbH & Co")
                    .build();
            add(ready(project, "paula.schmidt", NOON));
            add(ready("P-2"));

            assertThat(numbers(search.search(searching(text)))).containsExactly("NO-7711");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "pier quay",
                    "quay PIER",
                    "NORDTURME",
                    "nordturme ecole",
                    "ecole",
                    "no7711",
                    "NO-7711",
                    "Kraków",
                    "krakow",
                    "lodzka",
                    "1010",
                    "harbourside",
                    "harbour-side pier",
                    "paula schmidt no77"
                })
        void search_finds_words_in_any_order_without_accents_and_hyphens_and_in_the_address(String text) {
            Project project = project("NO-7711", "Nordtürme École Pier Harbour-Side")
                    .client("Bau GmbH & Co")
                    .at("1 Quay Street, ul. Łódzka", "Kraków", null, "1010", "Poland")
                    .build();
            add(ready(project, "paula.schmidt", NOON));
            add(ready("P-2"));

            assertThat(numbers(search.search(searching(text)))).containsExactly("NO-7711");
        }

        @Test
        void search_wants_every_word() {
            add(ready(project("P-1", "Harbour Bridge").build(), "paula", NOON));

            assertThat(search.search(searching("harbour tunnel")).total()).isZero();
        }

        @Test
        void filter_narrows_rows_total_and_counts() {
            add(ready(
                    project("P-1", "Pier")
                            .client("Harbour Council")
                            .estimate("1000")
                            .deadline(LocalDate.of(2027, 3, 31))
                            .build(),
                    "paula",
                    NOON));
            add(ready(project("P-2", "Pier").client("City Rail").build(), "carl", NOON));

            assertThat(filtered(new SearchFilter("harbour", null, null, null, null, null, null)))
                    .containsExactly("P-1");
            assertThat(filtered(new SearchFilter(null, "PAUL", null, null, null, null, null)))
                    .containsExactly("P-1");
            assertThat(filtered(new SearchFilter(
                            null, null, new BigDecimal("1000"), new BigDecimal("1000.00"), null, null, null)))
                    .containsExactly("P-1");
            assertThat(filtered(new SearchFilter(
                            null, null, null, null, LocalDate.of(2027, 3, 31), LocalDate.of(2027, 3, 31), null)))
                    .containsExactly("P-1");
            assertThat(filtered(new SearchFilter(null, null, new BigDecimal("1000.01"), null, null, null, null)))
                    .isEmpty();
            assertThat(filtered(new SearchFilter(null, null, null, null, null, null, NOON)))
                    .containsExactlyInAnyOrder("P-1", "P-2");
            assertThat(filtered(new SearchFilter(null, null, null, null, null, null, NOON.minusSeconds(1))))
                    .isEmpty();
            assertThat(filtered(new SearchFilter("100%_", null, null, null, null, null, null)))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"muller sohne", "Söhne Müller", "MULLER\u2011SOHNE", "mullersohne", "krakow", "Kraków"})
        void client_is_filtered_by_the_words_of_a_search(String client) {
            add(ready(project("P-1", "Pier").client("Müller\u2010Söhne Kraków").build(), "paula", NOON));
            add(ready(project("P-2", "Müller-Söhne Kraków").client("City Rail").build(), "paula", NOON));

            assertThat(filtered(new SearchFilter(client, null, null, null, null, null, null)))
                    .containsExactly("P-1");
        }

        @Test
        void submitter_is_filtered_by_the_words_of_a_search() {
            Submission submission =
                    new Submission(project("P-1", "Pier").build(), "paula", "Paula Ødegård-Łącka", null, null, 1, NOON);
            add(new ProjectExport(UUID.randomUUID(), submission, ExportStatus.READY_TO_EXPORT, null, NO_OUTCOME));
            add(ready("P-2"));

            assertThat(filtered(new SearchFilter(null, "lacka PAULA odegard", null, null, null, null, null)))
                    .containsExactly("P-1");
        }

        @Test
        void row_that_a_node_of_an_earlier_release_wrote_is_filtered_as_it_did() {
            add(ready(project("P-1", "Pier").client("Harbour Council").build(), "paula", NOON));
            jdbc.sql("update project_export set client_search = null, submitter_search = null")
                    .update();

            assertThat(filtered(new SearchFilter("harbour", "PAUL", null, null, null, null, null)))
                    .containsExactly("P-1");
        }

        private List<String> filtered(SearchFilter filter) {
            ProjectResultPage page =
                    search.search(new ProjectQuery(null, null, filter, null, Sort.PROJECT_NUMBER, false, 0, 10));
            assertThat(page.total()).isEqualTo(page.items().size());
            assertThat(page.counts().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(page.total());
            return numbers(page);
        }

        @ParameterizedTest
        @ValueSource(strings = {"100%", "a_b", "c\\d", "it's", "x?y", ":name"})
        void search_takes_every_character_for_itself(String text) {
            add(ready(project("P-1", "Tower <" + text + ">").build(), "paula", NOON));
            add(ready(project("P-2", "100 axb c-d cd its xzy").build(), "paula", NOON));

            assertThat(numbers(search.search(searching(text)))).containsExactly("P-1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026\u20110417",
                    "２０２６",
                    "o'brien",
                    "OFFICE",
                    "\u202A2026-04\u200E17",
                    "strasse",
                    "hof\u00A0\u00A0pier"
                })
        void search_finds_what_people_call_the_same(String text) {
            add(ready(
                    project("2026\u20130417", "O’Brien o\uFB03ce Straße Ho\u200Bf\u2003Pier")
                            .build(),
                    "paula",
                    NOON));
            add(ready("P-2"));

            assertThat(numbers(search.search(searching(text)))).containsExactly("2026\u20130417");
        }

        @Test
        void longest_words_fit_into_what_is_searched() {
            add(ready(
                    project("\uFDFA".repeat(50), "\uFDFA".repeat(255))
                            .client("塔".repeat(255))
                            .build(),
                    "paula",
                    NOON));

            assertThat(search.search(all()).total()).isEqualTo(1);
        }

        @Test
        void blank_search_finds_everything_and_a_search_that_nothing_contains_finds_nothing() {
            add(ready("P-1"));

            assertThat(search.search(searching("  ")).total()).isEqualTo(1);
            assertThat(search.search(searching("nowhere")).total()).isZero();
        }

        @Test
        void search_follows_a_correction() {
            ProjectExport export = add(ready("P-1"));
            Submission corrected = ready("P-2").submission();
            exports.update(new ProjectExport(export.id(), corrected, export.status(), null, NO_OUTCOME));

            assertThat(search.search(searching("p-1")).items()).isEmpty();
            assertThat(search.search(searching("p-2")).items()).hasSize(1);
        }

        @Test
        void owner_narrows_to_what_the_person_created_or_submitted_counts_included() {
            add(owned("P-1", "paula", "carl"));
            add(owned("P-2", "carl", null));
            add(with(owned("P-3", "peter", "paula"), ExportStatus.SYNCED));

            ProjectResultPage page =
                    search.search(new ProjectQuery(null, null, "paula", Sort.PROJECT_NUMBER, false, 0, 10));

            assertThat(numbers(page)).containsExactly("P-1", "P-3");
            assertThat(page.total()).isEqualTo(2);
            assertThat(page.counts())
                    .containsEntry(ExportStatus.READY_TO_EXPORT, 1L)
                    .containsEntry(ExportStatus.SYNCED, 1L);
        }

        @Test
        void status_search_and_owner_work_together() {
            add(owned("A-1", "paula", null));
            add(owned("A-2", "carl", null));
            add(with(owned("A-3", "paula", null), ExportStatus.SYNCED));
            add(owned("B-1", "paula", null));

            ProjectResultPage page = search.search(
                    new ProjectQuery(ExportStatus.READY_TO_EXPORT, "a-", "paula", Sort.SUBMITTED_AT, true, 0, 10));

            assertThat(numbers(page)).containsExactly("A-1");
            assertThat(page.total()).isEqualTo(1);
            assertThat(page.counts()).containsEntry(ExportStatus.SYNCED, 1L);
        }

        @ParameterizedTest
        @EnumSource
        void rows_are_ordered_by_what_was_asked_for_in_both_directions(Sort sort) {
            add(sortable(2));
            add(sortable(0));
            add(sortable(1));

            assertThat(numbers(search.search(sorted(sort, false)))).containsExactly("P-0", "P-1", "P-2");
            assertThat(numbers(search.search(sorted(sort, true)))).containsExactly("P-2", "P-1", "P-0");
        }

        @ParameterizedTest
        @EnumSource(names = {"CLIENT", "ESTIMATE_AMOUNT", "DEADLINE"})
        void rows_without_a_value_come_last_in_both_directions(Sort sort) {
            add(ready("P-9"));
            add(sortable(0));
            add(sortable(1));

            assertThat(numbers(search.search(sorted(sort, false)))).containsExactly("P-0", "P-1", "P-9");
            assertThat(numbers(search.search(sorted(sort, true)))).containsExactly("P-1", "P-0", "P-9");
        }

        @ParameterizedTest
        @EnumSource
        void each_project_stands_between_its_neighbours_in_every_order(Sort sort) {
            add(with(ready("P-8"), ExportStatus.WITHDRAWN));
            add(with(ready("P-9"), ExportStatus.WITHDRAWN));
            IntStream.range(0, 3).forEach(i -> {
                add(with(sortable(i), ExportStatus.WITHDRAWN));
                add(with(sortable(i), ExportStatus.WITHDRAWN));
            });
            add(with(sortable(1), ExportStatus.SYNCED));

            for (boolean descending : new boolean[] {false, true}) {
                ProjectQuery query = new ProjectQuery(ExportStatus.WITHDRAWN, null, null, sort, descending, 0, 50);
                List<UUID> ids = search.ids(query);
                assertThat(ids).hasSize(8);
                for (int i = 0; i < ids.size(); i++) {
                    assertThat(search.place(ids.get(i), query))
                            .as("%s, descending %s, %d", sort, descending, i)
                            .isEqualTo(new Place(
                                    true,
                                    (long) i,
                                    8L,
                                    i == 0 ? null : ids.get(i - 1),
                                    i == 7 ? null : ids.get(i + 1)));
                }
            }
        }

        @Test
        void project_that_was_decided_still_has_the_next_one_that_waits() {
            ProjectExport first = add(ready("P-1"));
            ProjectExport decided = add(ready("P-2"));
            ProjectExport last = add(ready("P-3"));
            add(ready("Q-4"));
            exports.update(with(decided, ExportStatus.SYNCED));

            assertThat(search.place(
                            decided.id(),
                            new ProjectQuery(
                                    ExportStatus.READY_TO_EXPORT, "p-", "paula", Sort.PROJECT_NUMBER, false, 7, 1)))
                    .isEqualTo(new Place(false, 1L, 2L, first.id(), last.id()));
        }

        @Test
        void place_costs_as_many_questions_however_many_there_are(@Autowired DataSource database) {
            IntStream.range(0, 30).forEach(i -> add(with(sortable(i % 3), ExportStatus.WITHDRAWN)));
            UUID id = search.ids(all()).get(20);
            CountedStatements counted = new CountedStatements(database);

            assertThat(counted.during(() -> counted.search().place(id, all()))).isLessThanOrEqualTo(3);
        }

        @ParameterizedTest
        @EnumSource
        void pages_show_every_row_once_even_when_all_are_equal(Sort sort) {
            Project same = ready("P").project();
            List<UUID> ids = IntStream.range(0, 7)
                    .mapToObj(i -> add(with(ready(same, "paula", NOON), ExportStatus.WITHDRAWN))
                            .id())
                    .toList();

            List<UUID> shown = IntStream.range(0, 4)
                    .mapToObj(page -> search.search(new ProjectQuery(null, null, null, sort, true, page, 2)))
                    .flatMap(page -> page.items().stream())
                    .map(ProjectExport::id)
                    .toList();

            assertThat(shown).containsExactlyInAnyOrderElementsOf(ids);
        }

        @Test
        void total_counts_the_rows_of_all_pages_also_beyond_the_last_one() {
            IntStream.range(0, 3).forEach(i -> add(ready("P-" + i)));

            ProjectResultPage beyond = search.search(new ProjectQuery(null, null, null, Sort.CLIENT, false, 7, 2));

            assertThat(beyond.items()).isEmpty();
            assertThat(beyond.total()).isEqualTo(3);
        }

        @Test
        void ids_are_those_of_all_pages_in_their_order() {
            add(owned("P-3", "paula", null));
            add(owned("P-1", "paula", null));
            add(with(owned("P-2", "paula", null), ExportStatus.SYNCED));
            add(owned("P-4", "carl", null));

            List<UUID> ids = search.ids(
                    new ProjectQuery(ExportStatus.READY_TO_EXPORT, "p-", "paula", Sort.PROJECT_NUMBER, true, 7, 1));

            assertThat(search.withIds(ids))
                    .extracting(e -> e.project().number())
                    .containsExactly("P-3", "P-1");
            assertThat(search.withIds(List.of())).isEmpty();
        }

        @Test
        void failed_ones_are_found_by_their_reason_first_accepted_first() {
            ProjectExport late = failed("P-1", ExportFailure.Reason.NOT_CONNECTED, NOON.plusSeconds(60));
            ProjectExport early = failed("P-2", ExportFailure.Reason.NOT_CONNECTED, NOON);
            failed("P-3", ExportFailure.Reason.REFUSED, NOON);

            assertThat(search.failedFor(ExportFailure.Reason.NOT_CONNECTED)).containsExactly(early.id(), late.id());
        }

        @Test
        void many_are_found_at_once_and_those_that_do_not_exist_are_left_out() {
            ProjectExport first = add(ready("P-1"));
            add(ready("P-2"));
            ProjectExport third = add(ready("P-3"));

            assertThat(search.withIds(List.of(third.id(), UUID.randomUUID(), first.id())))
                    .containsExactly(third, first);
            assertThat(search.withIds(List.of())).isEmpty();
        }

        @Test
        void a_page_takes_as_many_statements_for_many_rows_as_for_one(@Autowired DataSource database) {
            CountedStatements counted = new CountedStatements(database);
            ProjectSearch search = counted.search();
            add(ready("P-0"));
            int forOne = counted.during(() -> search.search(all()));
            IntStream.range(1, 10).forEach(i -> add(ready("P-" + i)));

            int forMany = counted.during(
                    () -> assertThat(search.search(all()).items()).hasSize(10));

            assertThat(forMany).isEqualTo(forOne).isBetween(2, 3);
        }

        @Test
        void look_alikes_have_the_same_name_and_client_however_they_are_spelled_those_in_xero_first(
                @Autowired DataSource database) {
            ProjectExport waiting = add(ready(named("P-1", "Harbour Bridge", "Harbour Trust"), "paula", NOON));
            ProjectExport other = add(ready(named("P-2", "HARBOUR  bridge", "harbour\u00A0trust"), "paula", NOON));
            ProjectExport synced = add(with(
                    ready(named("P-3", "Harbour Bridge", "Harbour Trust"), "sue", NOON.plusSeconds(5)),
                    ExportStatus.SYNCED));
            add(with(ready(named("P-4", "Harbour Bridge", "Harbour Trust"), "sue", NOON), ExportStatus.WITHDRAWN));
            add(ready(named("P-5", "Harbour Bridge", "Other Trust"), "sue", NOON));
            add(ready(named("P-6", "Harbour", "Bridge Harbour Trust"), "sue", NOON));
            add(ready(named("P-7", "Harbour Bridge", null), "sue", NOON));
            CountedStatements counted = new CountedStatements(database);
            ProjectSearch search = counted.search();

            assertThat(counted.during(() -> assertThat(search.lookAlikes(waiting, 5))
                            .extracting(ProjectExport::id)
                            .containsExactly(synced.id(), other.id())))
                    .isEqualTo(1);
            assertThat(search.lookAlikes(waiting, 1)).hasSize(1);
        }

        private static Project named(String number, String name, String client) {
            return project(number, name).client(client).build();
        }

        @Test
        void nothing_is_read_for_a_page_on_which_nothing_is(@Autowired DataSource database) {
            CountedStatements counted = new CountedStatements(database);
            ProjectSearch search = counted.search();
            add(ready("P-1"));
            int withRow = counted.during(() -> search.search(all()));

            int withoutRow = counted.during(() -> search.search(searching("nowhere")));

            assertThat(withoutRow).isEqualTo(withRow - 1);
        }

        private ProjectExport add(ProjectExport export) {
            exports.add(export, step("Submitted"));
            return export;
        }

        private ProjectExport failed(String number, ExportFailure.Reason reason, Instant acceptedAt) {
            Outcome failed = new Outcome(null, List.of(new ExportError("No", null)), reason, null, null);
            Decision decision = new Decision("anna", acceptedAt, null, "hash", null);
            return add(with(ready(number), ExportStatus.FAILED_TO_EXPORT, decision, failed));
        }

        private static ProjectExport owned(String number, String submitter, String creator) {
            Project project = ready(number).project();
            Submission submission = new Submission(project, submitter, null, creator, null, 1, NOON);
            return new ProjectExport(UUID.randomUUID(), submission, ExportStatus.READY_TO_EXPORT, null, NO_OUTCOME);
        }

        /** Has its place in every order; names and clients in mixed case. */
        private static ProjectExport sortable(int place) {
            String letter = List.of("a", "B", "c").get(place);
            Project project = project("P-" + place, letter + "-Tower")
                    .client(letter + "-Client")
                    .estimate(BigDecimal.valueOf(9 + place, 2).toPlainString())
                    .deadline(LocalDate.of(2027, 1, 9).plusDays(place))
                    .build();
            return ready(project, "user" + place, NOON.plusSeconds(place));
        }

        private static ProjectQuery all() {
            return searching(null);
        }

        private static ProjectQuery in(ExportStatus status) {
            return new ProjectQuery(status, null, null, Sort.SUBMITTED_AT, true, 0, 10);
        }

        private static ProjectQuery searching(String search) {
            return new ProjectQuery(null, search, null, Sort.SUBMITTED_AT, true, 0, 10);
        }

        private static ProjectQuery sorted(Sort sort, boolean descending) {
            return new ProjectQuery(null, null, null, sort, descending, 0, 10);
        }

        private static List<String> numbers(ProjectResultPage page) {
            return page.items().stream().map(e -> e.project().number()).toList();
        }
    }
}
