# The results of one model as a table of medians, a row per contestant; read after results.awk.
# Fails, and says DIFFERENT, when contestants that search the same states differ in their number, or
# runs of mdscheck in anything that must not depend on the number of workers.
END {
  format = "%-24s %5s %-9s %4s %11s %11s %8s %8s %8s %10s %10s %7s %8s %8s %8s\n"
  printf format, "", "cores", "states", "runs", "distinct", "steps", "search s", "whole s", \
    "cpu s", "distinct/s", "steps/s", "B/state", "peak MB", "search x", "whole x"
  for (i = 1; i <= rowCount; i++) {
    row = rows[i]
    split(row, key, SUBSEP)
    if (key[1] != model) continue
    whole = median(row, "whole-seconds")
    search = searchSeconds(row)
    if (!((key[3], key[4]) in ourSearch) && key[2] ~ /^mdscheck/) {
      ourSearch[key[3], key[4]] = search
      ourWhole[key[3], key[4]] = whole
    }
    states = median(row, "distinct")
    steps = median(row, "steps")
    printf format, key[2], key[3], key[4], runs[row], states, steps, \
      fixed(search, 1, 2), fixed(whole, 1, 2), fixed(median(row, "cpu-seconds"), 1, 2), \
      fixed(states, search, 0), fixed(steps, search, 0), \
      fixed(median(row, "store-bytes"), states, 1), fixed(median(row, "peak-kilobytes"), 1024, 0), \
      fixed(search, ourSearch[key[3], key[4]], 2), fixed(whole, ourWhole[key[3], key[4]], 2)
    for (run = 1; run <= runs[row]; run++) {
      requireSame(row, run, "distinct", key[4], "another number of " key[4] " states")
      requireSame(row, run, "outcome", key[4], "another outcome for " key[4] " states")
    }
  }
  exit failed
}

# Whether a run has the same value as the first one that has any.
function requireSame(row, run, name, states, fault,    key) {
  if (!((row, name, run) in sample)) return
  if (!((name, states) in first)) first[name, states] = sample[row, name, run]
  if (sample[row, name, run] == first[name, states]) return
  split(row, key, SUBSEP)
  printf "DIFFERENT: %s on %s cores has %s\n", key[2], key[3], fault
  failed = 1
}
