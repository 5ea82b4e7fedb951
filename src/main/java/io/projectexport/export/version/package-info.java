/**
 * Versions of the process model: which one a project runs on, and how many projects run on each, for those who watch the process.
 *
 * <p>Rule: tells, and changes nothing; who does not watch gets no answer instead of a refusal, because this stands beside other things.
 */
package io.projectexport.export.version;
