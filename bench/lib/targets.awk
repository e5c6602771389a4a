# What is aimed at, and what was measured; read after results.awk. "-": not measured.
END {
  format = "%-8s %-66s %7s %9s  %s\n"
  printf format, "model", "mdscheck, compiled", "target", "measured", ""
  modelCount = split("kern phil lease", models, " ")
  for (i = 1; i <= modelCount; i++) {
    model = models[i]
    if (!((ours(model, 2)) in runs)) continue
    spin = best(model, "spin", "search")
    says(model, "states/s, 2 workers, over SPIN's best exact mode (" named(spin) ")", ">=", 6, \
      fixed(rate(ours(model, 2)), rate(spin), 1))
    rumur = best(model, "rumur", "search")
    says(model, "states/s, 2 workers, over Rumur's best (" named(rumur) ")", ">=", 20, \
      fixed(rate(ours(model, 2)), rate(rumur), 1))
    tlc = best(model, "tlc", "search")
    says(model, "states/s, 2 workers, over TLC's (" named(tlc) ")", ">=", 40, \
      fixed(rate(ours(model, 2)), rate(tlc), 1))
    hand = best(model, "hand", "search")
    if (hand != "") says(model, "states/s, 2 workers, over the loop by hand's", ">=", 0.6, \
      fixed(rate(ours(model, 2)), rate(hand), 2))
    spin = best(model, "spin", "whole")
    says(model, "whole process, 2 workers, faster than SPIN (" named(spin) ")", ">=", 5, \
      fixed(median(spin, "whole-seconds"), median(ours(model, 2), "whole-seconds"), 1))
    says(model, "states/s, 2 workers over 1", ">=", 1.8, \
      fixed(rate(ours(model, 2)), rate(ours(model, 1)), 2))
    says(model, "bytes per state", "<=", 10, bytes(ours(model, 2)))
    says(model, "outcomes of 1, 2 and 8 workers, full states", "<=", 1, outcomes(model, "full"))
    if ((model, "mdscheck compiled", 2, "symmetric") in runs)
      says(model, "outcomes of 1, 2 and 8 workers, symmetric", "<=", 1, outcomes(model, "symmetric"))
  }
  row = ours("billion", 2)
  if (row in runs) {
    says("billion", "distinct states, millions", ">=", 1000, fixed(median(row, "distinct"), 1e6, 0))
    says("billion", "peak of the process, GiB", "<=", 20, \
      fixed(median(row, "peak-kilobytes"), 1048576, 1))
    says("billion", "bytes per state", "<=", 10, bytes(row))
    says("billion", "states/s of the last tenth over those of the first", ">=", 0.5, \
      fixed(median(row, "last-rate"), median(row, "first-rate"), 2))
    says("billion", "minutes", "", "", fixed(median(row, "whole-seconds"), 60, 1))
  }
}

function ours(model, cores) {
  return model SUBSEP "mdscheck compiled" SUBSEP cores SUBSEP "full"
}

function rate(row) {
  return fixed(median(row, "distinct"), searchSeconds(row), 3)
}

function bytes(row) {
  return fixed(median(row, "store-bytes"), median(row, "distinct"), 1)
}

# The fastest of a tool's exact modes on full states, by search or by whole process.
function best(model, tool, what,    i, key, seconds, least, found) {
  found = ""
  for (i = 1; i <= rowCount; i++) {
    split(rows[i], key, SUBSEP)
    if (key[1] != model || key[2] !~ "^" tool " " || key[4] != "full" || key[2] ~ /hash-compact/)
      continue
    seconds = what == "search" ? searchSeconds(rows[i]) : median(rows[i], "whole-seconds")
    if (found != "" && seconds >= least) continue
    found = rows[i]
    least = seconds
  }
  return found
}

function named(row,    key) {
  if (row == "") return "not measured"
  split(row, key, SUBSEP)
  return substr(key[2], index(key[2], " ") + 1) ", " key[3]
}

# How many different outcomes runs with 1, 2 and 8 workers had; "-" unless there are all three.
function outcomes(model, states,    i, run, row, seen, count, cores) {
  count = 0
  split("1 2 8", cores, " ")
  for (i = 1; i <= 3; i++) {
    row = model SUBSEP "mdscheck compiled" SUBSEP cores[i] SUBSEP states
    if (!(row in runs)) return "-"
    for (run = 1; run <= runs[row]; run++) if (!(sample[row, "outcome", run] in seen)) {
      seen[sample[row, "outcome", run]] = 1
      count++
    }
  }
  return count
}

function says(model, what, relation, target, measured,    verdict) {
  verdict = ""
  if (measured != "-" && relation == ">=") verdict = measured + 0 >= target ? "met" : "MISSED"
  if (measured != "-" && relation == "<=") verdict = measured + 0 <= target ? "met" : "MISSED"
  printf format, model, what, relation " " target, measured, verdict
}
