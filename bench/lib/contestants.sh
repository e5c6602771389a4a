# Who is measured on which model, and with which parameters. Read by bench/run.

full_parameters() {
  threads=3 restarts=1 seats=13 clients=5 inbox=3 values=16 billion_restarts=197
  spin_table=24 spin_depth=12000000 tlc_memory=4g optimise=-O3
  hand_table=24
}

small_parameters() {
  threads=2 restarts=0 seats=5 clients=3 inbox=2 values=2 billion_restarts=2
  spin_table=18 spin_depth=100000 tlc_memory=64m optimise=-O0
  hand_table=18
}

parameters() { # model
  case $1 in
    kern) echo "$threads $restarts" ;;
    phil) echo "$seats" ;;
    lease) echo "$clients $inbox $values" ;;
    billion) echo "$threads $billion_restarts" ;;
  esac
}

# A contestant is a line: tool, variant, threads, states (full or symmetric), and how often it is
# run: each repetition, once, or only on request. The fast ones of a tool are run each time.
all_contestants() { # model
  if [ "$1" = billion ]; then
    echo 'mdscheck compiled 2 full once'
    echo 'mdscheck compiled 1 full request'
    return
  fi
  echo 'mdscheck compiled 1 full each'
  echo 'mdscheck compiled 2 full each'
  echo 'mdscheck compiled 8 full once'
  echo 'mdscheck interpreted 2 full each'
  if [ "$1" != phil ]; then
    echo 'mdscheck compiled 1 symmetric each'
    echo 'mdscheck compiled 2 symmetric each'
    echo 'mdscheck compiled 8 symmetric once'
  fi
  if [ "$1" = kern ]; then
    echo 'hand loop 1 full each'
    echo 'hand loop 2 full each'
  fi
  echo 'spin depth-first 1 full each'
  echo 'spin breadth-first 1 full each'
  echo 'spin NCORE 2 full each'
  echo 'spin BFS_PAR 2 full each'
  echo 'spin BFS_PAR-hash-compact 2 full request'
  echo 'rumur default 1 full request'
  echo 'rumur default 2 full once'
  echo 'rumur best 1 full request'
  echo 'rumur best 2 full each'
  [ "$1" = phil ] || echo 'rumur best 2 symmetric once'
  echo 'tlc off-heap 1 full request'
  echo 'tlc off-heap 2 full each'
  [ "$1" = phil ] || echo 'tlc off-heap 2 symmetric request'
}

# Those to run: what was asked for, else what is not on request, as far as the machine has it.
contestants() { # model
  local tool variant workers states often
  all_contestants "$1" | while read -r tool variant workers states often; do
    [ -z "$cores" ] || [ "$cores" = "$workers" ] || continue
    if [ ${#wanted[@]} -eq 0 ]; then
      [ "$often" != request ] && has "$tool" || continue
    elif [[ " ${wanted[*]} " == *" $tool:$variant "* ]]; then
      often=each
    elif [[ " ${wanted[*]} " != *" $tool "* ]] || [ "$often" = request ]; then
      continue
    fi
    echo "$tool $variant $workers $states $often"
  done
}

has() { # tool
  case $1 in
    mdscheck | hand) true ;;
    spin | rumur) command -v "$1" >/dev/null && command -v gcc >/dev/null ;;
    tlc) [ -f "${TLC_JAR:-}" ] ;;
  esac
}

require() { # contestant
  local tool=${1%%:*} model
  [[ $tool =~ ^(mdscheck|hand|spin|rumur|tlc)$ ]] ||
    die "no tool $tool: there are mdscheck, hand, spin, rumur and tlc"
  if [[ $1 == *:* ]]; then
    for model in kern phil lease; do all_contestants $model; done |
      awk '{ print $1 ":" $2 }' | grep -qxF -- "$1" || die "no contestant $1: bench/run -l lists them"
  fi
  has "$tool" ||
    die "$tool is not on this machine (spin, rumur and gcc: on the PATH; tlc: TLC_JAR=...)"
}
