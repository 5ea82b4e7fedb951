/**
 * The pages about people: who is here and with which privileges, one person, a new one; and the page on which somebody sets a password by
 * a link.
 *
 * <p>Rule: decides nothing about people; the end of a link comes in the body of a request alone, so that no log of addresses has it.
 */
package io.projectexport.web.people;
