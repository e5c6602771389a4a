/**
 * Partial-order reduction: which steps of a state need not be explored because their order does not
 * matter to what is checked.
 *
 * <p>Entry point: {@link org.mdscheck.checker.reduction.AmpleSets}. Sees only {@code system}; what
 * it knows of the model is in {@link org.mdscheck.checker.system.Footprints}.
 *
 * <p>The theory is that of ample sets (Peled, Combining Partial Order Reductions with On-the-fly
 * Model-Checking, CAV 1994; Clarke, Grumberg and Peled, Model Checking, 1999, chapter 10). A
 * reduced state is left by all steps of one process, which stands at a <em>candidate</em> label:
 *
 * <ul>
 *   <li>C0: a process none of whose steps is possible, or one of whose steps fails, reduces no
 *       state. That is the only thing looked up in the state; all else is known of the label before
 *       the search.
 *   <li>C1: no step that another process can take before this one moves touches what its steps
 *       touch, so neither their effects nor whether they are possible can change. The other cannot
 *       take a step that needs a mutex which this process owns for certain at this label: {@link
 *       org.mdscheck.checker.reduction.HeldLocks}, after Dwyer, Hatcliff, Robby and Ranganath
 *       (Exploiting Object Escape and Locking Information in Partial-Order Reductions for
 *       Concurrent Object-Oriented Programs, FMSD 25, 2004), who take locks for a reason not to
 *       look at the order as we do. Giving back a mutex commutes with everything but the question
 *       who owns it: while it is owned nobody else can take it.
 *   <li>C2: the steps change nothing that a selected invariant, a cover or a bound looks at.
 *   <li>C3: the candidate labels of a process contain no cycle of its graph, so every cycle of
 *       reduced states would need a process that came back to its label through labels that are no
 *       candidates; that one is left by every step (Kurshan, Levin, Minea, Peled and Yenigun,
 *       Static Partial Order Reduction, TACAS 1998, call the others sticky).
 * </ul>
 *
 * <p>What a step property or a tally looks at counts as read by the steps that it applies to. Then
 * every path has a reduced path that contains the same steps, each process's in the same order,
 * each step reading the same values, with perhaps some invisible steps more. So the reduced graph
 * has the same violations of invariants, step properties and checks, faults of the spec, states
 * without a step, actions taken, tallies, covers and vacuous clauses. Not the same: numbers of
 * states and steps, and depths; a counterexample is shortest among the reduced paths only. Recovery
 * properties (AG EF) speak of branching and are not preserved.
 *
 * <p>A label is a candidate for all members of a symmetric family or for none, so the choice
 * composes with symmetry (Emerson, Jha and Peled, Combining Partial Order and Symmetry Reductions,
 * TACAS 1997), and being a function of the state alone it does not depend on the number of workers.
 *
 * <p>Limits: what a step touches is known up to one index that a local variable tells; a count of
 * references that somebody else may drop makes every use of the object wait for all orders.
 */
package org.mdscheck.checker.reduction;
