# How many results there are of one contestant on one model.
BEGIN { RS = ""; FS = "\n" }

$1 == "model " model && $2 == "contestant " contestant && $3 == "cores " cores &&
  $4 == "states " states { count++ }

END { print count + 0 }
