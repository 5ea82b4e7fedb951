/**
 * Links by which people set their password, in the table {@code password_link}.
 *
 * <p>Rule: the database keeps one link for each user and deletes it with the user; its clock decides whether a link is over.
 */
package io.projectexport.persistence.people;
