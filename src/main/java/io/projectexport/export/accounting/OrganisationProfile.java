package io.projectexport.export.accounting;

/**
 * What the accounting system tells about the organisation that jobs are created in; each null where it does not tell.
 *
 * @param plan what the organisation pays for, in the accounting system's word
 * @param timeZone in which it shows days, in its own name for it
 * @param currency ISO 4217 code of what amounts are in
 * @param isActive whether work can be done in it
 * @param isDemo whether it is one to try things in, whose content is thrown away from time to time
 */
public record OrganisationProfile(
        String name, String plan, String timeZone, String currency, boolean isActive, boolean isDemo) {}
