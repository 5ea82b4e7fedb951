/**
 * The accounts of people as administrators keep them: who is here, what each may do, who is an approver and why somebody is not, and the
 * links by which people set their password.
 *
 * <p>Rule: speaks of {@link io.projectexport.export.people.Right rights}; which group of the engine gives one, and whatever every door to
 * the users has to keep, is a matter of the adapter behind {@link io.projectexport.export.people.Accounts}. The secret of a link leaves
 * this room once, in a mail.
 */
package io.projectexport.export.people;
