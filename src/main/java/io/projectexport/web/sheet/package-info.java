/**
 * Tables as people bring them: the bytes of a file become rows of text, whatever program saved it.
 *
 * <p>Rule: bounds what it reads before it keeps it, numbers rows as the spreadsheet shows them, and says nothing about what a value
 * means.
 */
package io.projectexport.web.sheet;
