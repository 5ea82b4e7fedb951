/**
 * Rules about files: names, size, and whether they can be read at all.
 *
 * <p>Rule: their numbers begin with 1; they read bytes, because the other rules see only what could be read.
 */
package io.projectexport.process.rule.file;
