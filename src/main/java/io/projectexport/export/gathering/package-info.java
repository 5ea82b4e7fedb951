/**
 * The notices that wait to be told together, where several come for one person within a short time.
 *
 * <p>Rule: knows no kind of notice; holds the port {@link io.projectexport.export.gathering.GatheredNotices}.
 */
package io.projectexport.export.gathering;
