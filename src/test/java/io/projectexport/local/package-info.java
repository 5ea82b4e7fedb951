/** What the local run starts beside the application, so that it needs nothing but a JDK and Maven. */
package io.projectexport.local;
