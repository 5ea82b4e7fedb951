/**
 * The exception handler of the API: refusals as RFC 9457 problem details, and results of many at once.
 *
 * <p>Rule: says what the business refused, in its words and with one status for each kind; what nobody foresaw shows a reference and
 * nothing else.
 */
package io.projectexport.web.problem;
