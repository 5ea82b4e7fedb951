package io.projectexport.web.sheet;

import io.projectexport.export.submission.ProjectField;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names by which a column is known to be a field, whatever their case, blanks and marks. */
public final class Headings {

    private static final Pattern NO_PART_OF_A_NAME = Pattern.compile("[^\\p{L}\\p{N}#]|[\\u115F\\u1160]");
    private static final int LONGEST = 100;

    /** As people and Procore's project list, API and exports call them, the likelier first. */
    private static final Map<ProjectField, List<String>> HABITS = new EnumMap<>(Map.of(
            ProjectField.PROJECT_NUMBER,
            List.of(
                    "project #",
                    "project no",
                    "project nr",
                    "project code",
                    "job number",
                    "job #",
                    "job no",
                    "job nr",
                    "job code",
                    "projektnummer",
                    "projekt nr",
                    "auftragsnummer",
                    "auftrags nr",
                    "numero de projet",
                    "no de projet",
                    "numero de proyecto",
                    "projectnummer",
                    "numero progetto"),
            ProjectField.PROJECT_NAME,
            List.of(
                    "project title",
                    "job name",
                    "name",
                    "project",
                    "job",
                    "title",
                    "projektname",
                    "projekt",
                    "projektbezeichnung",
                    "bezeichnung",
                    "nom du projet",
                    "nombre del proyecto",
                    "projectnaam"),
            ProjectField.STREET,
            List.of(
                    "street address",
                    "address",
                    "address 1",
                    "address line 1",
                    "project address",
                    "job address",
                    "site address",
                    "strasse",
                    "straße",
                    "adresse",
                    "direccion",
                    "straat"),
            ProjectField.CITY,
            List.of("town", "town/city", "city/town", "suburb", "ort", "stadt", "ville", "ciudad", "plaats"),
            ProjectField.STATE,
            List.of("region", "state/province", "province", "state code", "county", "bundesland", "provincia"),
            ProjectField.POSTAL_CODE,
            List.of(
                    "zip",
                    "zip code",
                    "postcode",
                    "post code",
                    "zip/postal code",
                    "postal",
                    "plz",
                    "postleitzahl",
                    "code postal",
                    "codigo postal"),
            ProjectField.COUNTRY,
            List.of("country code", "land", "pays", "pais"),
            ProjectField.CLIENT,
            List.of("client name", "customer", "customer name", "kunde", "auftraggeber", "bauherr", "cliente"),
            ProjectField.ESTIMATE_AMOUNT,
            List.of(
                    "estimated value",
                    "estimated amount",
                    "estimated cost",
                    "budget",
                    "contract value",
                    "contract amount",
                    "total value",
                    "value",
                    "amount",
                    "auftragswert",
                    "auftragssumme",
                    "bausumme",
                    "betrag",
                    "montant",
                    "importe"),
            ProjectField.DEADLINE,
            List.of(
                    "due date",
                    "completion date",
                    "projected finish date",
                    "finish date",
                    "end date",
                    "due",
                    "fertigstellung",
                    "enddatum",
                    "termin",
                    "frist",
                    "date de fin",
                    "fecha de fin")));

    private static final Map<String, Meaning> MEANINGS = meanings();

    private Headings() {}

    private record Meaning(ProjectField field, int rank) {}

    /** The field whose own name this is. */
    public static Optional<ProjectField> strict(String heading) {
        return meaning(heading).filter(meaning -> meaning.rank() == 0).map(Meaning::field);
    }

    /** The field that people mean by it. */
    public static Optional<ProjectField> familiar(String heading) {
        return meaning(heading).map(Meaning::field);
    }

    /** How sure it is that this heading, which is familiar, means its field; 0 is its own name. */
    public static int rank(String heading) {
        return meaning(heading).map(Meaning::rank).orElse(Integer.MAX_VALUE);
    }

    /** What of a heading counts: two with the same name are one to whoever wrote them, whatever their case, blanks and marks. */
    public static String name(String heading) {
        String start = heading.substring(0, Math.min(heading.length(), LONGEST));
        String letters = Normalizer.normalize(start, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return NO_PART_OF_A_NAME.matcher(letters).replaceAll("");
    }

    /** Whether somebody may have meant the field by it. */
    public static boolean isLike(ProjectField field, String heading) {
        String name = name(heading);
        return name.length() > 2 && name(field.key()).contains(name);
    }

    private static Optional<Meaning> meaning(String heading) {
        return Optional.ofNullable(MEANINGS.get(name(heading)));
    }

    private static Map<String, Meaning> meanings() {
        Map<String, Meaning> meanings = new HashMap<>();
        for (ProjectField field : ProjectField.values()) {
            List<String> names = new ArrayList<>(List.of(field.key(), field.label()));
            names.addAll(HABITS.getOrDefault(field, List.of()));
            for (int rank = 0; rank < names.size(); rank++) {
                meanings.putIfAbsent(name(names.get(rank)), new Meaning(field, rank));
            }
        }
        return meanings;
    }
}
