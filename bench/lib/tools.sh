# How each tool is run on a model. Read by bench/run.
# Each run_TOOL works in an empty folder and leaves in it `found`: distinct, steps, search-seconds
# and store-bytes, as far as the tool tells; and `commands`.

# What is run before the search, and the search; both are part of the whole process.
prepare() {
  printf '%s\n' "$*" >>commands
  "$@" >>prepare.log 2>&1 </dev/null
}

usage='run-seconds %e\nuser-seconds %U\nsystem-seconds %S\npeak-kilobytes %M'
search() {
  printf '%s\n' "$*" >>commands
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f "$usage" -o usage "$@" >search.log 2>&1 </dev/null
  else
    "$@" >search.log 2>&1 </dev/null
  fi
}

# How mdscheck is started. Libraries go where the virtual machine neither verifies them nor checks
# their signatures, and the classes that a search loads into an archive that is mapped at the start:
# both belong to the build. With BENCH_CLASSES there is neither.
build() {
  local libraries
  mdscheck=("$java" -XX:+UseParallelGC -Xmn512m)
  if [ -z "${BENCH_CLASSES:-}" ]; then
    mvn -B -q -f "$here/../pom.xml" -pl bench -am package -Dmaven.test.skip=true >&2 </dev/null
    BENCH_CLASSES=$here/target/mdscheck-bench.jar
    libraries=$(printf ':%s' "$here"/target/lib/{asm,eclipse-collections}-*.jar)
    mdscheck+=("-Xbootclasspath/a$libraries")
    archive_classes "$here/target/classes.jsa"
    mdscheck+=("-XX:SharedArchiveFile=$here/target/classes.jsa")
  fi
  mdscheck+=(-cp "$BENCH_CLASSES")
}

# Interpreted: a method that waits for the compiler when the archive is written waits for ever.
archive_classes() { # file
  local training=$here/target/training
  rm -rf "$training"
  mkdir -p "$training"
  "${mdscheck[@]}" -Xint -XX:ArchiveClassesAtExit="$1" -cp "$BENCH_CLASSES" \
    org.mdscheck.bench.Measurement "$training" compiled 2 full kern 2 0 >"$training/log" 2>&1 </dev/null
}

run_mdscheck() { # variant threads states model
  local model=$4 memory=4g
  [ "$4" != billion ] || model=kern memory=18g
  # shellcheck disable=SC2046 # the parameters are words
  search "${mdscheck[@]}" "-Xmx$memory" org.mdscheck.bench.Measurement . "$1" "$2" "$3" "$model" \
    $(parameters "$4")
  awk -f "$here/lib/rates.awk" samples >>found
}

run_hand() { # variant threads states model
  # shellcheck disable=SC2046 # the parameters are words
  search "$java" -XX:+UseParallelGC -Xmx2g -Xmn512m -cp "$BENCH_CLASSES" \
    org.mdscheck.bench.KernByHand found "$2" "$hand_table" $(parameters "$4")
}

run_spin() { # variant threads states model
  local define=() compile=() pan=("-w$spin_table")
  case $4 in
    kern) define=("-DTHREADS=$threads" "-DRESTARTS=$restarts") ;;
    phil) define=("-DSEATS=$seats") ;;
    lease) define=("-DCLIENTS=$clients" "-DINBOX=$inbox" "-DVALUES=$values") ;;
  esac
  case $1 in
    depth-first) pan+=("-m$spin_depth") ;;
    breadth-first) compile=(-DBFS) ;;
    NCORE) compile=("-DNCORE=$2" -DMEMLIM=8000) pan+=("-m$spin_depth") ;;
    BFS_PAR) compile=(-DBFS_PAR -DNO_HC) pan+=("-u$2") ;;
    BFS_PAR-hash-compact) compile=(-DBFS_PAR) pan+=("-u$2") ;;
  esac
  prepare spin "${define[@]}" -a "$here/peers/$4.pml"
  prepare gcc "$optimise" -march=native -w -DSAFETY -DNOREDUCE "${compile[@]}" -o pan pan.c
  search ./pan "${pan[@]}" -E -n
  grep -q 'errors: 0' search.log
  ! grep -q 'max search depth too small' search.log
  awk '/states, stored$/ { print "distinct", $1 }
    /transitions \(=/ { print "steps", $1 - 1 }
    /elapsed time/ { print "search-seconds", $4 }
    /actual memory usage for states/ || /memory used for hash table/ { megabytes += $1 }
    END { printf "store-bytes %d\n", megabytes * 1024 * 1024 }' search.log >found
}

run_rumur() { # variant threads states model
  local options=() ids
  [ "$1" = default ] || options=(--pack-state off --scalarset-schedules off --set-capacity 1073741824)
  case $4 in
    kern) ids="Thread THREADS" ;;
    lease) ids="Client CLIENTS" ;;
    phil) ids= ;;
  esac
  case $4 in
    kern) echo "const THREADS: $threads; RESTARTS: $restarts;" ;;
    lease) echo "const CLIENTS: $clients; INBOX: $inbox; VALUES: $values;" ;;
    phil) echo "const SEATS: $seats;" ;;
  esac >model.m
  if [ "$3" = symmetric ]; then
    options+=(--symmetry-reduction exhaustive)
    echo "type ${ids% *}: scalarset(${ids#* });" >>model.m
  elif [ -n "$ids" ]; then
    echo "type ${ids% *}: 1..${ids#* };" >>model.m
  fi
  cat "$here/peers/$4.m" >>model.m
  prepare rumur --threads "$2" --deadlock-detection off "${options[@]}" --output model.c model.m
  prepare gcc -std=c11 "$optimise" -march=native -mcx16 -w -o model model.c -lpthread
  search ./model
  grep -q 'No error found' search.log
  tr -d , <search.log |
    awk '/states [0-9]+ rules fired in/ { print "distinct", $1; print "steps", $3 }' >found
}

run_tlc() { # variant threads states model
  cp "$here/peers/${4^}.tla" .
  {
    echo "INIT Init"
    echo "NEXT Next"
    case $4 in
      kern)
        echo "CONSTANTS Nobody = Nobody MaxRestarts = $restarts Thread = $(ids "$threads")"
        echo "INVARIANTS OwnerOfA OwnerOfB"
        ;;
      lease)
        echo "CONSTANTS Nobody = Nobody Inbox = $inbox Values = $values Client = $(ids "$clients")"
        echo "INVARIANT HolderIsOwner"
        ;;
      phil)
        echo "CONSTANT Seats = $seats"
        echo "INVARIANT NeighboursNeverEatTogether"
        ;;
    esac
    [ "$3" = full ] || echo "SYMMETRY Interchangeable"
  } >"${4^}.cfg"
  search "$java" "-Xmx$tlc_memory" "-XX:MaxDirectMemorySize=$tlc_memory" -XX:+UseParallelGC \
    -Dtlc2.tool.fp.FPSet.impl=tlc2.tool.fp.OffHeapDiskFPSet \
    -cp "$TLC_JAR" tlc2.TLC -workers "$2" -deadlock -metadir states "${4^}.tla"
  awk '/states generated, .* distinct states found, 0 states left/ {
      print "distinct", $4; print "steps", $1 - 1 }' search.log >found
}

ids() { # count
  seq -s , -f 'i%g' "$1" | sed 's/.*/{&}/'
}
