package io.projectexport.export.permission;

/**
 * The ids of the groups from which privileges follow. Administrators know them, and models, filters and single sign-on's claims name
 * them, so that they must never change.
 */
public final class GroupIds {

    public static final String PORTFOLIO = "portfolio";
    public static final String ERP_STANDARD = "erp-standard";
    public static final String ERP_ADMIN = "erp-admin";
    public static final String CAN_PUSH_TO_ACCOUNTING = "can-push-to-accounting";

    /** Nobody is put into it: its members are who may push to accounting and is in a group of the ERP. */
    public static final String ACCOUNTING_APPROVERS = "accounting-approvers";

    public static final String PROCESS_OWNERS = "process-owners";

    /** The process engine's own group of administrators. */
    public static final String ADMINS = "camunda-admin";

    private GroupIds() {}
}
