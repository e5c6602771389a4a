# What comes out of the results: the machine, a table for each model, the targets, the commands.
# Read by bench/run.

report() {
  describe_machine
  for model in "${models[@]}"; do
    echo
    echo "$model $(parameters "$model")"
    awk -v "model=$model" -f "$here/lib/results.awk" -f "$here/lib/table.awk" "$folder/results" || true
  done
  echo
  awk -f "$here/lib/results.awk" -f "$here/lib/targets.awk" "$folder/results"
  echo
  for model in "${models[@]}"; do list_commands "$model"; done
}

# For a page: a picture and a few sentences.
draw() {
  local samples=$folder/billion-mdscheck-compiled-2-full/samples
  [ -s "$samples" ] || samples=$folder/kern-mdscheck-compiled-2-full/samples
  {
    awk -f "$here/lib/results.awk" -f "$here/lib/bars.awk" "$folder/results"
    [ ! -s "$samples" ] || awk -f "$here/lib/series.awk" "$samples"
  } | awk -f "$here/lib/plot.awk" >"$folder/plot.svg"
  awk -f "$here/lib/results.awk" -f "$here/lib/paragraph.awk" "$folder/results" >"$folder/paragraph"
}

describe_machine() {
  printf 'date      %s\n' "$(date -u '+%F %R UTC')"
  printf 'machine   %s cores, %s, %s GiB, load %s\n' "$(nproc)" \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" \
    "$(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)" "$(cut -d ' ' -f 1 /proc/loadavg)"
  printf 'mdscheck  %s\n' "$(git -C "$here" describe --always --dirty 2>/dev/null || echo unknown)"
  printf 'java      %s\n' "$("$java" -version 2>&1 | sed -n 2p)"
  ! has spin || printf 'spin      %s\n' "$(spin -V)"
  ! has rumur || printf 'rumur     %s\n' "$(rumur --version)"
  ! has tlc || printf 'tlc       %s\n' "$("$java" -cp "$TLC_JAR" tlc2.TLC 2>&1 | sed -n 's/^TLC2 //p')"
  ! command -v gcc >/dev/null || printf 'gcc       %s\n' "$(gcc -dumpfullversion)"
}

list_commands() { # model
  local at
  echo "commands for $1:"
  for at in "$folder/$1"-*/commands; do
    sed "s|$here|bench|g; s/^/  /" "$at"
  done
}
