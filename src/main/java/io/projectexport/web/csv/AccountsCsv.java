package io.projectexport.web.csv;

import io.projectexport.export.people.Account;
import io.projectexport.export.people.Right;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes who is here, who is an accounting approver and why somebody is not, as CSV that is safe to open in a spreadsheet. */
public final class AccountsCsv {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader(Stream.of(
                            Stream.of("userName", "firstName", "lastName", "email", "active", "login"),
                            Arrays.stream(Right.values()).map(AccountsCsv::heading),
                            Stream.of("otherGroups", "accountingApprover", "whyNoApprover"))
                    .flatMap(names -> names)
                    .toArray(String[]::new))
            .get();

    private AccountsCsv() {}

    /** @param parts the list in its order; an empty one is its end */
    public static void write(IntFunction<List<Account>> parts, Appendable file) throws IOException {
        file.append(ByteOrderMark.TEXT);
        CSVPrinter printer = new CSVPrinter(file, FORMAT);
        List<Account> part = parts.apply(0);
        for (int next = 1; !part.isEmpty(); next++) {
            for (Account account : part) {
                printer.printRecord(cells(account));
            }
            part = parts.apply(next);
        }
    }

    private static Stream<String> cells(Account account) {
        return Stream.of(
                        Stream.of(account.userId(), account.firstName(), account.lastName(), account.email()),
                        Stream.of(yes(account.active()), account.login().label()),
                        Arrays.stream(Right.values()).map(right -> yes(account.has(right))),
                        Stream.of(
                                String.join(" ", account.otherGroups()),
                                yes(account.isApprover()),
                                account.whyNoApprover().orElse(null)))
                .flatMap(cells -> cells)
                .map(CsvCell::of);
    }

    /** As the others, in the letters of a program. */
    private static String heading(Right right) {
        return switch (right) {
            case SUBMIT -> "maySubmit";
            case ERP_ACCESS -> "erpAccess";
            case ERP_ADMINISTRATION -> "erpAdministrator";
            case PUSH -> "canPushToAccounting";
            case WATCH -> "processOwner";
            case ADMINISTER -> "administrator";
        };
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }
}
