package io.projectexport.export.audit;

/**
 * What was done, in words for administrators.
 *
 * @param what as "Member added"
 * @param subject to what or whom; null where {@code what} says it all
 * @param before how it was; null where there was nothing
 * @param after how it is; null where nothing is left
 */
public record AuditedChange(AuditKind kind, String what, String subject, String before, String after) {

    public static AuditedChange of(AuditKind kind, String what, String subject) {
        return new AuditedChange(kind, what, subject, null, null);
    }

    public AuditedChange from(String before) {
        return new AuditedChange(kind, what, subject, before, after);
    }

    public AuditedChange to(String after) {
        return new AuditedChange(kind, what, subject, before, after);
    }
}
