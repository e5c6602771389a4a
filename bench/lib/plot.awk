# A picture from the lines of bars.awk and series.awk: bars of the rates of all tools, mdscheck's rate
# over time, and its bytes per state over states.
BEGIN {
  FS = "|"
  ink = "#334155"
  faint = "#cbd5e1"
  ours = "#2563eb"
  theirs = "#94a3b8"
  top = 56
  height = 170
}

sub(/^bar /, "") { label[++bars] = $1; speed[bars] = $2; next }

sub(/^rate /, "") {
  time[++rates] = $1
  pace[rates] = $2
  if ($2 > fastest) fastest = $2
  next
}

sub(/^bytes /, "") {
  size[++sizes] = $1
  bytes[sizes] = $2
  if ($2 > heaviest) heaviest = $2
}

END {
  print "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 280\" width=\"1000\"" \
    " height=\"280\" font-family=\"sans-serif\" font-size=\"12\">"
  print "<rect width=\"1000\" height=\"280\" fill=\"#ffffff\"/>"
  drawBars(16, 310)
  drawRates(374, 270)
  drawBytes(706, 270)
  print "</svg>"
}

function drawBars(left, width,    i, most, x, y, length_) {
  title(left, "Distinct states a second, kern, 2 cores")
  for (i = 1; i <= bars; i++) if (speed[i] > most) most = speed[i]
  x = left + 66
  for (i = 1; i <= bars; i++) {
    y = top + (i - 1) * 36
    length_ = (width - 130) * speed[i] / most
    if (length_ < 1) length_ = 1
    printf "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"22\" fill=\"%s\"/>\n", \
      x, y, length_, i == 1 ? ours : theirs
    text(x - 8, y + 15, label[i], "end")
    text(x + length_ + 6, y + 15, count(speed[i]), "start")
  }
}

function drawRates(left, width,    i, most, points) {
  title(left, "States a second over time")
  if (rates < 2) return
  most = nice(fastest)
  frame(left, width, most)
  for (i = 1; i <= rates; i++) points = points point( \
    left + width * time[i] / time[rates], top + height * (1 - pace[i] / most))
  line(points, ours)
  text(left, top + height + 18, "0", "middle")
  text(left + width, top + height + 18, sprintf("%.0f s", time[rates]), "end")
}

function drawBytes(left, width,    i, most, points, least, largest, x) {
  title(left, "Bytes a state over states")
  if (sizes < 2) return
  most = nice(heaviest > 8 ? heaviest : 8)
  frame(left, width, most)
  least = log(size[1])
  largest = log(size[sizes])
  for (x = 1; x <= size[sizes] * 1.001; x *= 10) if (x >= size[1] / 1.001) {
    text(left + width * (log(x) - least) / (largest - least), top + height + 18, count(x), "middle")
  }
  for (i = 1; i <= sizes; i++) points = points point( \
    left + width * (log(size[i]) - least) / (largest - least), top + height * (1 - bytes[i] / most))
  line(points, ours)
}

# A grid with four steps up to the largest value.
function frame(left, width, most,    i, y) {
  for (i = 0; i <= 4; i++) {
    y = top + height * (1 - i / 4)
    printf "<path d=\"M%d %.1fH%d\" stroke=\"%s\"/>\n", left, y, left + width, faint
    text(left - 6, y + 4, count(most * i / 4), "end")
  }
}

function title(left, words) {
  printf "<text x=\"%d\" y=\"30\" fill=\"%s\" font-size=\"13\" font-weight=\"bold\">%s</text>\n", \
    left, ink, words
}

function text(x, y, words, anchor) {
  printf "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\" text-anchor=\"%s\">%s</text>\n", \
    x, y, ink, anchor, words
}

function line(points, colour) {
  printf "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n", points, colour
}

function point(x, y) {
  return sprintf("%.1f,%.1f ", x, y)
}

# The next of 1, 2, 4, 6, 8, 12 and 16 times a power of ten.
function nice(x,    unit, i, steps, n) {
  unit = 10 ^ int(log(x) / log(10))
  if (unit > x) unit /= 10
  n = split("1 2 4 6 8 12 16", steps, " ")
  for (i = 1; i <= n; i++) if (steps[i] * unit >= x) return steps[i] * unit
}

function count(x) {
  if (x >= 1e9) return sprintf("%gG", x / 1e9)
  if (x >= 1e6) return sprintf(x < 1e8 && x % 1e6 ? "%.1fM" : "%.0fM", x / 1e6)
  if (x >= 1e3) return sprintf("%.0fk", x / 1e3)
  return sprintf("%g", x)
}
