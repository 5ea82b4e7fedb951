/**
 * The request parsers: parameters, bodies and fields as they came in.
 *
 * <p>Rule: refuses what nobody would read, and overlooks and rounds nothing; whether a value is right is the business's to say.
 */
package io.projectexport.web.input;
