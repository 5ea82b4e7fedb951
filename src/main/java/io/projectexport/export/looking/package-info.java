/**
 * Who has which project open at this moment, so that two approvers do not work on the same one without knowing.
 *
 * <p>Rule: it is a courtesy and no lock: nobody is kept from deciding by it, and what is not refreshed is forgotten within a minute. Only
 * those who could do something about a project are told of, and told.
 */
package io.projectexport.export.looking;
