package org.mdscheck.checker.spec;

import org.mdscheck.checker.system.Scalarset;

/**
 * Objects that are allocated and freed. Variables declared for a pool are arrays over its ids; each
 * access of a step to an element whose object is not allocated fails the check {@code property}, as
 * KASAN would report it, without a word in the step. Properties may read freely.
 *
 * @param ids the objects
 * @param property the property that a use after free violates
 * @param references name of the variable of the pool that counts references; an object with count 0
 *     is not allocated
 */
public record Pool(Scalarset ids, String property, String references) {}
