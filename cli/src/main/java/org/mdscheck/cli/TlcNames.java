package org.mdscheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mdscheck.cli.exit.Failure;

/**
 * The options of TLC that are understood here, with one dash as there. A list of its own: other
 * single-dash words keep their meaning.
 */
final class TlcNames {
  private static final Map<String, String> SAME =
      Map.of(
          "-workers", "--workers",
          "-difftrace", "--trace=diff",
          "-continue", "--max-errors=0",
          "-help", "--help");

  private TlcNames() {}

  /**
   * The arguments with TLC's names replaced by ours, up to a {@code --}.
   *
   * @throws Failure for a name that would be misunderstood
   */
  static List<String> translated(List<String> args) {
    final List<String> ours = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      final String arg = args.get(i);
      if (arg.equals("--")) {
        ours.addAll(args.subList(i, args.size()));
        return ours;
      }
      if (arg.equals("-deadlock")) {
        throw Failure.usage(
            "-deadlock switches the check off in TLC and is not taken: "
                + "choose properties with -p NAME (mdscheck list properties)");
      }
      if (arg.equals("-dumpTrace") && i + 2 < args.size()) {
        ours.add("--out=" + args.get(i + 1) + ":" + args.get(i + 2));
        i += 2;
      } else {
        ours.add(SAME.getOrDefault(arg, arg));
      }
    }
    return ours;
  }
}
