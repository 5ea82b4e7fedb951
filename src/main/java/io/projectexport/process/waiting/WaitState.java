package io.projectexport.process.waiting;

/**
 * One thing that an instance waits for, for one of its candidates if it is a task.
 *
 * @param kind what it is
 * @param element its id in the model
 * @param name of a task or a message; null for others
 * @param isSuspended whether an administrator suspended it
 * @param groupId of the candidate; null for none
 * @param groupName of the candidate, as people know it; null for none that is known
 * @param userId of the candidate; null for none
 * @param isStuck whether it is a job that is not tried again
 */
record WaitState(
        Kind kind,
        String element,
        String name,
        boolean isSuspended,
        String groupId,
        String groupName,
        String userId,
        boolean isStuck) {

    enum Kind {
        INSTANCE,
        TASK,
        EVENT,
        JOB
    }
}
