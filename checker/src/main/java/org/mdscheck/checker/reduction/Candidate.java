package org.mdscheck.checker.reduction;

import java.util.BitSet;

/**
 * A label at which the steps of a process alone will do, unless another process stands at the wrong
 * label.
 *
 * @param selector the local of the process whose code tells where the others must not stand; -1 if
 *     that is always the same
 * @param dangers by code of the selector and by process: the labels of others at which they must
 *     not stand
 */
record Candidate(int selector, BitSet[][] dangers) {}
