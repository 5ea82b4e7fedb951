package io.projectexport.export.audit;

/**
 * A setting as it was at a start.
 *
 * @param shown what administrators may read of it
 * @param fingerprint tells of a secret whether it is another one; null for none, also where an earlier release started last
 */
public record StartSetting(String shown, String fingerprint) {

    /** Whether it is another secret, which its text does not tell. */
    boolean isSetAnewSince(StartSetting before) {
        return before.fingerprint != null && fingerprint != null && !before.fingerprint.equals(fingerprint);
    }
}
