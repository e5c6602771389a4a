package org.mdscheck.checker.system;

import java.util.List;

/**
 * The values that one slot can hold. A slot holds a <em>code</em>, an int in {@code [0, size())};
 * the domain says what it means.
 */
public sealed interface Domain {
  /** Number of codes, at least 1. */
  long size();

  /** The code as a person reads it. */
  String show(int code);

  /** Bits needed for the largest code; 0 for a domain of one value. */
  default int bits() {
    return 64 - Long.numberOfLeadingZeros(size() - 1);
  }

  /** {@code false} is 0, {@code true} is 1. */
  record Bool() implements Domain {
    @Override
    public long size() {
      return 2;
    }

    @Override
    public String show(int code) {
      return code == 0 ? "false" : "true";
    }
  }

  /** The integers {@code low .. high}; the code of {@code v} is {@code v - low}. */
  record Range(int low, int high) implements Domain {
    public Range {
      if (high < low) throw new IllegalArgumentException("empty range " + low + ".." + high);
    }

    @Override
    public long size() {
      return (long) high - low + 1;
    }

    @Override
    public String show(int code) {
      return Integer.toString(low + code);
    }
  }

  /** Named values; the code is the position in {@code values}. */
  record Enumeration(String name, List<String> values) implements Domain {
    public Enumeration {
      values = List.copyOf(values);
    }

    @Override
    public long size() {
      return values.size();
    }

    @Override
    public String show(int code) {
      return values.get(code);
    }
  }

  /**
   * An id of a scalarset. Nullable: code 0 is null and id {@code i} is {@code i + 1}; otherwise id
   * {@code i} is {@code i}.
   */
  record Id(Scalarset of, boolean nullable) implements Domain {
    @Override
    public long size() {
      return of.size() + (nullable ? 1 : 0);
    }

    @Override
    public String show(int code) {
      int id = nullable ? code - 1 : code;
      return id < 0 ? "null" : of.name() + id;
    }
  }

  /** A set of ids; the code has bit {@code i} set when id {@code i} is a member. */
  record SetOf(Scalarset of) implements Domain {
    @Override
    public long size() {
      return 1L << of.size();
    }

    @Override
    public String show(int code) {
      StringBuilder text = new StringBuilder("{");
      for (int i = 0; i < of.size(); i++) {
        if ((code >>> i & 1) != 0) {
          text.append(text.length() > 1 ? "," : "").append(of.name()).append(i);
        }
      }
      return text.append('}').toString();
    }
  }

  /**
   * The owner of a mutex: code 0 is nobody, code {@code p + 1} is process {@code p} of {@link
   * StateLayout#processes()}. Under a permutation a process that belongs to a scalarset member
   * becomes the process of the permuted member.
   */
  record Owner(List<String> processNames) implements Domain {
    public Owner {
      processNames = List.copyOf(processNames);
    }

    @Override
    public long size() {
      return processNames.size() + 1L;
    }

    @Override
    public String show(int code) {
      return code == 0 ? "nobody" : processNames.get(code - 1);
    }
  }
}
