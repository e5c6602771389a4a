# Reads results: paragraphs of lines "name value", one for each run. A row is the runs of one
# contestant on one model with one number of cores and one kind of states.
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
  if ("user-seconds" in value)
    value["cpu-seconds"] = value["user-seconds"] + value["system-seconds"]
  row = value["model"] SUBSEP value["contestant"] SUBSEP value["cores"] SUBSEP value["states"]
  if (!(row in runs)) rows[++rowCount] = row
  runs[row]++
  for (name in value) sample[row, name, runs[row]] = value[name]
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

# The search is what the tool says of it, else the process that searches, else all of it.
function searchSeconds(row,    seconds) {
  seconds = median(row, "search-seconds")
  if (seconds == "") seconds = median(row, "run-seconds")
  if (seconds == "") seconds = median(row, "whole-seconds")
  return seconds
}

# A quotient; "-" for what is not known.
function fixed(value, divisor, decimals) {
  if (value == "" || value == "-" || divisor + 0 == 0) return "-"
  return sprintf("%." decimals "f", value / divisor)
}
