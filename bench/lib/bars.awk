# Lines "bar LABEL RATE" for the plot: distinct states a second on kern with two workers, of mdscheck
# and of the fastest exact mode of each peer; read after results.awk.
END {
  bar("mdscheck", "mdscheck compiled")
  bar("by hand", "hand")
  bar("SPIN", "spin")
  bar("Rumur", "rumur")
  bar("TLC", "tlc")
}

function bar(label, contestant,    i, key, rate, most) {
  most = 0
  for (i = 1; i <= rowCount; i++) {
    split(rows[i], key, SUBSEP)
    if (key[1] != "kern" || key[4] != "full" || key[3] > 2 || key[2] ~ /hash-compact/) continue
    if (index(key[2] " ", contestant " ") != 1) continue
    rate = median(rows[i], "distinct") / searchSeconds(rows[i])
    if (rate > most) most = rate
  }
  if (most > 0) printf "bar %s|%.0f\n", label, most
}
