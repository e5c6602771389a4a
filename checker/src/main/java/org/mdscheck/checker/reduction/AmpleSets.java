package org.mdscheck.checker.reduction;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mdscheck.checker.system.Explorer;
import org.mdscheck.checker.system.Footprints;
import org.mdscheck.checker.system.Property;
import org.mdscheck.checker.system.Slot;
import org.mdscheck.checker.system.TransitionSystem;

/**
 * Explores the steps of one process alone where that is enough: see the package for when it is. Of
 * several such processes it takes the first.
 */
public final class AmpleSets implements Reduction {
  private final TransitionSystem system;
  private final List<Slot> labelSlots; // by process
  private final Candidate[][] candidates; // by process and label; null where there is none

  private AmpleSets(TransitionSystem system, Footprints footprints, List<Property> properties) {
    this.system = system;
    final Candidates found = new Candidates(system, footprints, properties);
    labelSlots = Candidates.labelSlots(system.layout());
    candidates =
        IntStream.range(0, labelSlots.size()).mapToObj(found::of).toArray(Candidate[][]::new);
  }

  /**
   * The reduction that preserves some properties; none at all, with the reason, if one of them is a
   * recovery property.
   *
   * @throws IllegalArgumentException if the system has no footprints
   */
  public static Reduction preserving(List<Property> properties, TransitionSystem system) {
    final Footprints footprints =
        system
            .footprints()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        system.name()
                            + " does not say what its steps touch: search it without partial order"));
    final Optional<Property> recovery =
        properties.stream().filter(p -> p instanceof Property.Recovery).findFirst();
    if (recovery.isPresent())
      return Reduction.off("recovery property " + recovery.get().name() + " needs every step");
    return new AmpleSets(system, footprints, properties);
  }

  @Override
  public StepChooser newChooser(Explorer explorer) {
    return new OneProcess(explorer, system.layout(), labelSlots, candidates);
  }

  @Override
  public String description() {
    final long labels = labelSlots.stream().mapToLong(slot -> slot.domain().size()).sum();
    final long found =
        Arrays.stream(candidates).flatMap(Arrays::stream).filter(Objects::nonNull).count();
    return "at up to " + found + " of " + labels + " labels";
  }
}
