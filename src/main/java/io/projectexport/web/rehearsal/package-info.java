/**
 * What would have happened on an edited model, as a page and by the API.
 *
 * <p>Rule: the files go with the request and come back with the page; nothing of them is kept here.
 */
package io.projectexport.web.rehearsal;
