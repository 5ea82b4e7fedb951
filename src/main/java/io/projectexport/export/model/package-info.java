/**
 * The models as administrators change them: their versions, what differs between two, what a check finds.
 *
 * <p>Rule: whoever watches processes may look, and only administrators change anything.
 */
package io.projectexport.export.model;
