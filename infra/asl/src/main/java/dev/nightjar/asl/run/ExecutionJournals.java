package dev.nightjar.asl.run;

/**
 * Where an engine writes its executions down, so that another process can go on with them. Safe for
 * use by many threads.
 */
public interface ExecutionJournals {

    /**
     * Begins the journal of a new execution, and holds it.
     *
     * @throws RefusedException ExecutionAlreadyExists when there is one of that name already
     */
    ExecutionJournal create(StartedExecution start);

    /**
     * Takes up the journal of an execution that no process holds. What a killed process wrote in
     * part is cut off.
     *
     * @throws RefusedException ExecutionDoesNotExist; ExecutionInUse while somebody holds it
     */
    ExecutionJournal open(String executionArn);
}
