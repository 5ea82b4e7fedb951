/**
 * The process engine: what the models call, what its tasks do, and the process behind {@link
 * io.projectexport.export.approval.ApprovalProcess}.
 *
 * <p>Rule: the only adapter that uses the engine's runtime and delegates.
 *
 * <p>Its rooms:
 *
 * <ul>
 *   <li>{@code model}: names of the models.
 *   <li>{@code catalogue}: what models may call.
 *   <li>{@code guard}: what a deployment must hold.
 *   <li>{@code deployment}: the guard in a running application, and on the command line.
 *   <li>{@code rule}: the rules of the guard.
 *   <li>{@code shipped}: the models that a release comes with.
 *   <li>{@code variable}: what names in expressions stand for.
 *   <li>{@code flow}: a model as a graph.
 *   <li>{@code play}: the player of models.
 *   <li>{@code timer}: due dates and cycles.
 *   <li>{@code schedule}: timers that wait, after a change of settings.
 *   <li>{@code expression}: what expressions of models see and call.
 *   <li>{@code job}: the job executor, its bulkhead and retries.
 *   <li>{@code engine}: configuration and interceptors.
 *   <li>{@code rest}: the engine's REST API in words for people.
 *   <li>{@code task}: what happens at a user task.
 *   <li>{@code approval}: decisions from pages and API.
 *   <li>{@code bulk}: the worker that goes on with batches.
 *   <li>{@code version}: which version of its model a project runs on.
 *   <li>{@code waiting}: where an instance waits, and for whom.
 *   <li>{@code recovery}: projects without a process, and instances that begin in their middle.
 *   <li>{@code delegate}: the beans that models call.
 *   <li>{@code recipient}: for whom loops of a model run.
 *   <li>{@code outbox}: the worker that fills the outbox and sends what is in it.
 *   <li>{@code editor}: what the editor in the browser offers.
 *   <li>{@code rehearsal}: finished projects played through an edited model.
 * </ul>
 */
package io.projectexport.process;
