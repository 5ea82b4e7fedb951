package io.projectexport.xero.failure;

/** What people can do about a failed call to Xero. */
public final class Remedy {

    static final String CORRECT =
            "Fix the cause in Xero and retry, or reject the project with a reason, so that its data can be corrected.";

    static final String CHOOSE_CONTACT =
            "Retry, and choose another client in Xero or none; or fix the cause in Xero and retry, or reject the project with a reason, so "
                    + "that its data can be corrected.";

    public static final String LOOK_AND_RETRY =
            "Retry. Before it creates anything, the application looks in Xero for the job, so that there are never two. "
                    + "https://status.xero.com tells whether Xero has a problem.";

    static final String CHECK_NETWORK =
            "Ask an administrator to check this server's network connection, XERO_API_URL and XERO_TOKEN_URL, then retry.";

    public static final String CHECK_SETTINGS =
            "Ask an administrator to check XERO_API_URL and XERO_TENANT_ID and, for tracking options, that the tracking category "
                    + "XERO_TRACKING_CATEGORY_ID exists in Xero and is active; then retry.";

    public static final String RECONNECT =
            "Ask an administrator to check that the connection is still authorised (https://developer.xero.com/app/manage) and that "
                    + "XERO_CLIENT_ID, XERO_CLIENT_SECRET and XERO_TENANT_ID belong to it. For projects, the organisation's plan "
                    + "must include Xero Projects and the user who authorised the connection needs a role in it. Authorise the "
                    + "connection anew, then retry.";

    public static final String CONNECT =
            "Ask an administrator to open /xero/connect and to connect Xero anew. For projects, the organisation's plan must include "
                    + "Xero Projects and the user who connects needs a role in it. If connecting fails, XERO_CLIENT_ID and "
                    + "XERO_CLIENT_SECRET have to be those of the app at https://developer.xero.com/app/manage. Then retry.";

    private Remedy() {}
}
