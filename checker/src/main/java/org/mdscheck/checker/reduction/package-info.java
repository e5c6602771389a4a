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
 *       state.
 *   <li>C1: no step that another process can take before this one moves touches what its steps
 *       touch, so neither their effects nor whether they are possible can change. What the others
 *       can do is read off their graphs: what can be reached from the labels where they stand
 *       without a mutex that this process owns for certain at its label. That use of locks is from
 *       Dwyer, Hatcliff, Robby and Ranganath, Exploiting Object Escape and Locking Information in
 *       Partial-Order Reductions for Concurrent Object-Oriented Programs, FMSD 25, 2004. Giving
 *       back a mutex commutes with everything but the question who owns it: while it is owned
 *       nobody else can take it.
 *   <li>C2: the steps end no way in which there is something to find: a state that violates a
 *       selected invariant, or has a premise, or is a cover. That is weaker than to change nothing
 *       that a property looks at, and enough for properties of single states: see below.
 *   <li>C3: the candidate labels of a process contain no cycle of its graph, so a process cannot go
 *       first for ever (Kurshan, Levin, Minea, Peled and Yenigun, Static Partial Order Reduction,
 *       TACAS 1998, call the labels kept out sticky). Nothing has to be known of the search: C3
 *       holds for breadth-first search, and for any number of workers.
 * </ul>
 *
 * <p>Why it is enough. Take a path of all steps from a state that the reduced search reached to
 * something to find, and let the process p go first there. If p moves on the path, its first step
 * is one of those explored (C1), and taken at once it leads to the same end. If p does not move on
 * the path, a step of p and then the path is a path too; at its end is what was to be found, for
 * the step did not end it (C2), and if it concerns p alone it was there before. C3 ends the
 * repetition. So for every path there is a reduced one with all its steps, each process's in the
 * same order, each reading the same values, and perhaps some more. What a step property or a tally
 * looks at counts as read by the steps that it applies to.
 *
 * <p>Preserved: violations of invariants, step properties and checks, faults of the spec, the
 * states without a step, the actions taken, tallies, covers, and which clauses are vacuous. Not the
 * same: numbers of states and steps, and depths; a counterexample is shortest among the reduced
 * paths only. Recovery properties (AG EF) speak of branching: they switch partial order off.
 *
 * <p>Composes with symmetry (Emerson, Jha and Peled, Combining Partial Order and Symmetry
 * Reductions, TACAS 1997): the argument goes from state to state, so the state may be replaced by
 * its representative each time; for C3 a label is a candidate for all members of a symmetric family
 * or for none.
 *
 * <p>Limits: what a step touches is known up to one index that a local variable tells. A use of an
 * object whose count of references another process can drop waits for all orders, for only one of
 * them may be the use after free. A predicate that has no value in some state, which is a fault of
 * the spec, may be met with every step and not with partial order.
 */
package org.mdscheck.checker.reduction;
