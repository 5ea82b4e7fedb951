package io.projectexport.export.model;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Use case: who looks after models, or watches the processes, reads what is wrong with files before anybody deploys them. */
@Service
public class CheckModels {

    /** Name of the field with the files. */
    public static final String FILES = "files";

    private static final int MOST = 20;
    private static final int MEGABYTE = 1 << 20;
    private static final int LARGEST = 2;

    private final ModelCheck check;

    CheckModels(ModelCheck check) {
        this.check = check;
    }

    /**
     * Checks the files together, by their names.
     *
     * @throws ActionRefused when the person may not, or it is too much
     */
    public List<ModelFinding> check(Map<String, byte[]> files, Person person) {
        if (Set.of(Privilege.ADMINISTER, Privilege.WATCH).stream().noneMatch(person::may)) {
            throw ActionRefused.forbidden("Only administrators and process owners check models.");
        }
        if (files.isEmpty() || files.size() > MOST) {
            throw ActionRefused.invalid(FILES, "Send between one and %d files.".formatted(MOST));
        }
        files.forEach(CheckModels::checkSize);
        return check.check(files);
    }

    private static void checkSize(String name, byte[] content) {
        if (content.length > LARGEST * MEGABYTE) {
            throw ActionRefused.invalid(FILES, "%s is too large: %d MB fit.".formatted(name, LARGEST));
        }
    }
}
