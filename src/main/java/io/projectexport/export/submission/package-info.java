/**
 * The intake of projects: submit, resubmit, check a file before, retrieve and withdraw.
 *
 * <p>Rule: cleans and checks each field in one place, whichever door it came through; the keys of {@link
 * io.projectexport.export.submission.ProjectField} are frozen, because clients, files, forms and running instances have them.
 */
package io.projectexport.export.submission;
