/**
 * Mutants of a spec, made mechanically: each differs from it in one place of one function, as a
 * slip of the pen would make it. A property set that lets a mutant live has a hole, unless the
 * mutant behaves as the original does (DeMillo, Lipton, Sayward, Hints on Test Data Selection,
 * Computer 1978; for models: Black, Okun, Yesha, Mutation Operators for Specifications, ASE 2000).
 *
 * <p>{@link org.mdscheck.checker.mutation.Mutations} lists them; the spec is never changed in
 * place.
 */
package org.mdscheck.checker.mutation;
