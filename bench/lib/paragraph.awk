# The results in a few sentences, for a page that shows the plot; read after results.awk.
END {
  row = "kern" SUBSEP "mdscheck compiled" SUBSEP 2 SUBSEP "full"
  if (row in runs) {
    printf "On `kern`, %s states, mdscheck finds %.1f million distinct states a second with two workers", \
      thousands(median(row, "distinct")), rate(row) / 1e6
    printf " and takes %.2f s from start to verdict, at %.1f bytes a state.\n", \
      median(row, "whole-seconds"), median(row, "store-bytes") / median(row, "distinct")
    peers = times(row, "spin", "SPIN") times(row, "rumur", "Rumur") times(row, "tlc", "TLC")
    if (peers)
      printf "That is %s, each in its fastest exact mode, on the same two cores.\n", peers
    hand = fastest("hand")
    if (hand)
      printf "A loop written by hand for this one model is %.1f times as fast.\n", hand / rate(row)
  }
  row = "billion" SUBSEP "mdscheck compiled" SUBSEP 2 SUBSEP "full"
  if (row in runs)
    printf "%s states take %.1f minutes and %.1f GiB, %.1f bytes a state.\n", \
      thousands(median(row, "distinct")), median(row, "whole-seconds") / 60, \
      median(row, "peak-kilobytes") / 1048576, median(row, "store-bytes") / median(row, "distinct")
}

function rate(row) {
  return median(row, "distinct") / searchSeconds(row)
}

function fastest(tool,    i, key, most) {
  most = 0
  for (i = 1; i <= rowCount; i++) {
    split(rows[i], key, SUBSEP)
    if (key[1] == "kern" && key[2] ~ "^" tool " " && key[4] == "full" && key[2] !~ /hash-compact/ &&
        rate(rows[i]) > most) most = rate(rows[i])
  }
  return most
}

function times(row, tool, name,    other, words) {
  other = fastest(tool)
  if (!other) return ""
  words = said++ ? ", " : ""
  return words sprintf("%.0f times as fast as %s", rate(row) / other, name)
}

function thousands(n,    digits, grouped) {
  digits = sprintf("%.0f", n)
  grouped = ""
  while (length(digits) > 3) {
    grouped = "," substr(digits, length(digits) - 2) grouped
    digits = substr(digits, 1, length(digits) - 3)
  }
  return digits grouped
}
