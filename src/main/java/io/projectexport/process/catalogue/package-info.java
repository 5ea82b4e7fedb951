/**
 * What models may call: steps and values, each described once where it is programmed.
 *
 * <p>Rule: needs neither a database nor an application that runs, so that a file can be checked anywhere.
 */
package io.projectexport.process.catalogue;
