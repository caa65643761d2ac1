package dev.nightjar.asl.run;

/**
 * A handler of a whole family of resources, such as every function ARN or every action of a
 * service. A handler that is registered for one resource goes before it.
 */
public interface TaskIntegration extends TaskHandler {

    /** Whether it answers for a resource, as the document names it. */
    boolean accepts(String resource);
}
