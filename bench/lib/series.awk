# Lines "rate SECONDS STATES-A-SECOND" and "bytes STATES BYTES-A-STATE" for the plot, from the samples
# of a search: rates over at least a fiftieth of its time, bytes from the first million states on.
{
  seconds[NR] = $1
  distinct[NR] = $2
  if ($2 >= 1000000 && $2 >= shown * 1.01) {
    printf "bytes %.0f|%.3f\n", $2, $3 / $2
    shown = $2
  }
}

END {
  from = 1
  for (i = 2; i <= NR; i++) {
    if (seconds[i] - seconds[from] < seconds[NR] / 50) continue
    printf "rate %.3f|%.0f\n", (seconds[i] + seconds[from]) / 2, \
      (distinct[i] - distinct[from]) / (seconds[i] - seconds[from])
    from = i
  }
}
