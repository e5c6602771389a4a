# From the samples of a search, lines "seconds distinct bytes": its rate over the first tenth of the
# states and over the last.
{
  seconds[NR] = $1
  distinct[NR] = $2
}

END {
  if (NR < 20) exit
  first = last = 1
  while (distinct[first] < distinct[NR] / 10) first++
  while (distinct[last] < distinct[NR] / 10 * 9) last++
  if (last >= NR) exit
  printf "first-rate %.0f\n", (distinct[first] - distinct[1]) / (seconds[first] - seconds[1])
  printf "last-rate %.0f\n", (distinct[NR] - distinct[last]) / (seconds[NR] - seconds[last])
}
