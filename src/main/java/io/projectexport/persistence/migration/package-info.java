/**
 * The Flyway migrations that need Java: the engine's own scripts, and indexes that only PostgreSQL has.
 *
 * <p>Rule: simple names of classes are frozen, because Flyway has stored them; a migration that was released is never changed.
 */
package io.projectexport.persistence.migration;
