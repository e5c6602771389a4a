package org.mdscheck.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How numbers with a unit are written on the command line. */
final class Quantities {
  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]{1,15})([a-z]?)");

  private Quantities() {}

  /** A number of threads, or {@code auto} for one per processor. */
  static final class Workers implements ITypeConverter<Integer> {
    private static final int MOST = 1024;

    @Override
    public Integer convert(String text) {
      if (text.equals("auto")) return Runtime.getRuntime().availableProcessors();
      if (text.matches("[0-9]{1,4}")) {
        final int count = Integer.parseInt(text);
        if (count >= 1 && count <= MOST) return count;
      }
      throw new TypeConversionException(
          "'" + text + "' is no number from 1 to " + MOST + " or auto");
    }
  }

  /** Bytes: {@code 512m}, {@code 4g}. */
  static final class Bytes implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      final Matcher parts = NUMBER_AND_UNIT.matcher(text.toLowerCase(Locale.ROOT));
      final int power = parts.matches() ? " kmgt".indexOf(unit(parts, " ")) : -1;
      if (power < 0)
        throw new TypeConversionException("'" + text + "' is no size: write it as 512m or 4g");
      return multiplied(text, parts, 1L << (10 * power));
    }
  }

  /** A time: {@code 90s}, {@code 10m}, {@code 2h}; without a unit, seconds. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      final Matcher parts = NUMBER_AND_UNIT.matcher(text.toLowerCase(Locale.ROOT));
      final int unit = parts.matches() ? "smh".indexOf(unit(parts, "s")) : -1;
      if (unit < 0)
        throw new TypeConversionException("'" + text + "' is no time: write it as 90s, 10m or 2h");
      return Duration.ofSeconds(multiplied(text, parts, new int[] {1, 60, 3600}[unit]));
    }
  }

  private static String unit(Matcher parts, String none) {
    return parts.group(2).isEmpty() ? none : parts.group(2);
  }

  private static long multiplied(String text, Matcher parts, long factor) {
    try {
      return Math.multiplyExact(Long.parseLong(parts.group(1)), factor);
    } catch (ArithmeticException e) {
      throw new TypeConversionException("'" + text + "' is too large");
    }
  }
}
