# The results of one model as a table of medians, a row per contestant. A result is a paragraph of
# lines "name value". Fails, and says DIFFERENT, when contestants that search the same states differ
# in their number.
BEGIN {
  RS = ""
  FS = "\n"
}

{
  delete value
  for (i = 1; i <= NF; i++) {
    space = index($i, " ")
    value[substr($i, 1, space - 1)] = substr($i, space + 1)
  }
  if (value["model"] != model) next
  if ("user-seconds" in value)
    value["cpu-seconds"] = value["user-seconds"] + value["system-seconds"]
  row = value["contestant"] SUBSEP value["cores"] SUBSEP value["states"]
  if (!(row in runs)) rows[++rowCount] = row
  runs[row]++
  for (name in value) {
    sample[row, name, runs[row]] = value[name]
    if (runs[row] > 1 && name == "distinct" && value[name] != sample[row, name, 1]) differ(row)
  }
  if (!(value["states"] in distinct)) distinct[value["states"]] = value["distinct"]
  if (value["distinct"] != distinct[value["states"]]) differ(row)
}

END {
  format = "%-20s %5s %-9s %11s %11s %8s %8s %8s %10s %10s %7s %8s %8s %8s\n"
  printf format, "", "cores", "states", "distinct", "steps", "search s", "whole s", \
    "cpu s", "distinct/s", "steps/s", "B/state", "peak MB", "search x", "whole x"
  for (i = 1; i <= rowCount; i++) {
    row = rows[i]
    split(row, key, SUBSEP)
    # The search is what the tool says of it, else the process that searches, else all of it.
    whole = median(row, "whole-seconds")
    search = median(row, "search-seconds")
    if (search == "") search = median(row, "run-seconds")
    if (search == "") search = whole
    if (key[1] ~ /^mdscheck/) {
      ourSearch[key[2], key[3]] = search
      ourWhole[key[2], key[3]] = whole
    }
    states = median(row, "distinct")
    steps = median(row, "steps")
    store = median(row, "store-bytes")
    printf format, key[1], key[2], key[3], states, steps, \
      fixed(search, 1, 2), fixed(whole, 1, 2), fixed(median(row, "cpu-seconds"), 1, 2), \
      fixed(states, search, 0), fixed(steps, search, 0), \
      fixed(store, states, 1), fixed(median(row, "peak-kilobytes"), 1024, 0), \
      fixed(search, ourSearch[key[2], key[3]], 2), fixed(whole, ourWhole[key[2], key[3]], 2)
  }
  for (row in different) {
    split(row, key, SUBSEP)
    printf "DIFFERENT: %s on %s cores has another number of %s states\n", key[1], key[2], key[3]
    failed = 1
  }
  exit failed
}

function differ(row) {
  different[row] = 1
}

# Of the runs of a row; empty when it was not reported. For an even number the lower one.
function median(row, name,    count, i, j, x, sorted) {
  count = runs[row]
  if (!((row, name, 1) in sample)) return ""
  for (i = 1; i <= count; i++) {
    x = sample[row, name, i] + 0
    for (j = i - 1; j >= 1 && sorted[j] > x; j--) sorted[j + 1] = sorted[j]
    sorted[j + 1] = x
  }
  return sorted[int((count + 1) / 2)]
}

# A quotient; "-" for what is not known.
function fixed(value, divisor, decimals) {
  if (value == "" || divisor + 0 == 0) return "-"
  return sprintf("%." decimals "f", value / divisor)
}
