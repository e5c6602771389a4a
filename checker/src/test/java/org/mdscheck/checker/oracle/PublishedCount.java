package org.mdscheck.checker.oracle;

import java.util.stream.Stream;
import org.mdscheck.checker.oracle.classic.AlternatingBit;
import org.mdscheck.checker.oracle.classic.Bakery;
import org.mdscheck.checker.oracle.classic.ChangRoberts;
import org.mdscheck.checker.oracle.classic.DiningPhilosophers;
import org.mdscheck.checker.oracle.classic.McsLock;
import org.mdscheck.checker.oracle.classic.PetersonMany;
import org.mdscheck.checker.oracle.classic.PetersonTwo;
import org.mdscheck.checker.oracle.classic.ReadersWriters;
import org.mdscheck.checker.oracle.classic.RiverCrossing;
import org.mdscheck.checker.oracle.classic.TwoPhaseCommit;
import org.mdscheck.checker.oracle.classic.WaterJugs;
import org.mdscheck.checker.oracle.plain.PlainAlternatingBit;
import org.mdscheck.checker.oracle.plain.PlainBakery;
import org.mdscheck.checker.oracle.plain.PlainModel;
import org.mdscheck.checker.oracle.plain.PlainReadersWriters;
import org.mdscheck.checker.spec.Spec;

/**
 * A model and what its source says of it; {@link #UNKNOWN} where the source is silent. The source
 * stands in the javadoc of the model, or is its twin in plain Java.
 *
 * @param distinct states
 * @param generated steps, initial states included
 * @param depth distance of the farthest state
 * @param orbits states up to renaming
 */
record PublishedCount(Spec spec, long distinct, long generated, int depth, long orbits) {
  static final int UNKNOWN = -1;

  /** All models; the largest has about 33,000 states. */
  static Stream<PublishedCount> all() {
    return Stream.of(
        new PublishedCount(TwoPhaseCommit.spec(1), 12, UNKNOWN, UNKNOWN, 12),
        new PublishedCount(TwoPhaseCommit.spec(2), 56, UNKNOWN, UNKNOWN, 34),
        new PublishedCount(TwoPhaseCommit.spec(3), 288, 1146, 10, 80),
        new PublishedCount(TwoPhaseCommit.spec(4), 1568, UNKNOWN, UNKNOWN, 166),
        new PublishedCount(TwoPhaseCommit.spec(5), 8832, UNKNOWN, UNKNOWN, 314),
        count(DiningPhilosophers.spec(2), 9 - 1),
        count(DiningPhilosophers.spec(5), 243 - 1),
        count(DiningPhilosophers.spec(9), 19_683 - 1),
        new PublishedCount(PetersonMany.spec(3), 882, 1 + 2646, UNKNOWN, 172),
        new PublishedCount(McsLock.spec(2), 159, 1 + 318, UNKNOWN, 81),
        new PublishedCount(McsLock.spec(3), 7597, 1 + 22_791, UNKNOWN, 1285),
        new PublishedCount(PetersonTwo.spec(), 42, 77, 10, UNKNOWN),
        count(Bakery.spec(2, 9), 1506),
        count(Bakery.spec(2, 7), 1146),
        count(Bakery.spec(3, 4), 32_919),
        twin(Bakery.spec(2, 3), new PlainBakery(2, 3)),
        new PublishedCount(ChangRoberts.spec(), 137 + 1, 227 + 1, 9 + 1, UNKNOWN),
        new PublishedCount(ReadersWriters.spec(3), 21_527, 59_674, 12, UNKNOWN),
        twin(ReadersWriters.spec(2), new PlainReadersWriters(2)),
        new PublishedCount(AlternatingBit.spec(), 240 + 1, UNKNOWN, 9 + 1, UNKNOWN),
        twin(AlternatingBit.spec(), new PlainAlternatingBit(2)),
        count(RiverCrossing.spec(), 16),
        count(WaterJugs.spec(), 16));
  }

  private static PublishedCount count(Spec spec, long distinct) {
    return new PublishedCount(spec, distinct, UNKNOWN, UNKNOWN, UNKNOWN);
  }

  private static PublishedCount twin(Spec spec, PlainModel<?> twin) {
    PlainModel.Counts counts = twin.count();
    return new PublishedCount(spec, counts.distinct(), counts.generated(), counts.depth(), UNKNOWN);
  }

  @Override
  public String toString() {
    return spec.name();
  }
}
