/**
 * The business of the product: who may do what with a project export, and how an accepted one becomes a job in Xero exactly once.
 *
 * <p>Rule: knows the JDK and Spring's stereotypes and transactions, nothing else; what it needs from outside it asks of ports, which
 * its rooms hold. A verb is a use case, a plural noun a stored collection.
 *
 * <p>Its rooms:
 *
 * <ul>
 *   <li>{@code text}: what people enter and read.
 *   <li>{@code outage}: an outage of the database, as everybody meets it.
 *   <li>{@code accounting}: the port to the accounting system.
 *   <li>{@code connection}: the ports of the connection to it.
 *   <li>{@code gathering}: what waits to be told together.
 *   <li>{@code project}: the aggregate and its history.
 *   <li>{@code ratelimit}: the shared limit of calls.
 *   <li>{@code permission}: who may do what.
 *   <li>{@code existing}: jobs that Xero has already.
 *   <li>{@code submission}: submit, correct, retrieve, withdraw.
 *   <li>{@code exactlyonce}: one job for one acceptance.
 *   <li>{@code profile}: deputy and wanted mails.
 *   <li>{@code version}: which version of the model projects run on.
 *   <li>{@code looking}: who has which project open.
 *   <li>{@code mapping}: how people want their files to be read.
 *   <li>{@code waiting}: where a project's process waits, and for whom.
 *   <li>{@code recovery}: projects whose process has ended.
 *   <li>{@code approval}: accept and reject.
 *   <li>{@code bulk}: much at once, worked off row by row.
 *   <li>{@code upload}: files of projects.
 *   <li>{@code decision}: decisions about everything in a list.
 *   <li>{@code notification}: who is told what.
 *   <li>{@code query}: lists, details, figures.
 *   <li>{@code migration}: moves of running projects to another version of their model.
 *   <li>{@code model}: models, their versions and changes, and what is wrong with them.
 *   <li>{@code diagnostics}: what tells whether everything works.
 *   <li>{@code reasons}: usual reasons of rejections.
 *   <li>{@code outbox}: mails that are to be sent, kept until they are.
 *   <li>{@code summary}: what is told of projects that wait, daily or at once.
 *   <li>{@code rejection}: rejections that come together, told in one mail.
 *   <li>{@code monitoring}: what operators see from outside.
 *   <li>{@code conversation}: what is asked and answered without a decision.
 *   <li>{@code audit}: what administrators can look up of who did what.
 *   <li>{@code people}: the people of an installation, as administrators keep them.
 *   <li>{@code rehearsal}: what would have happened to finished projects on another model.
 * </ul>
 */
package io.projectexport.export;
