-- kern: threads take fifteen steps over two locks, a session and a flag, while an environment
-- advances through its phases and restarts a bounded number of times. The same transition system
-- as kern.pml, Kern.tla and org.mdscheck.bench.Kern. bench/run puts before this text:
--   const THREADS: 3; RESTARTS: 1;
--   type Thread: scalarset(THREADS);     without symmetry 1..THREADS
type
  Label: 0..14;
var
  at: array [Thread] of Label;
  seen: array [Thread] of 0..3;
  flag: array [Thread] of boolean;
  A: Thread;              -- undefined: free
  B: Thread;
  session: 0..7;
  registered: boolean;
  phase: 0..5;
  restarts: 0..RESTARTS;

startstate
  for t: Thread do at[t] := 0; seen[t] := 0; flag[t] := false; end;
  undefine A; undefine B;
  session := 0; registered := false; phase := 0; restarts := 0;
end;

ruleset t: Thread do
  rule at[t] = 0 ==> begin seen[t] := session / 2; at[t] := 1; end;
  rule at[t] = 1 ==> begin flag[t] := registered; at[t] := 2; end;
  rule at[t] = 2 & isundefined(A) ==> begin A := t; at[t] := 3; end;
  rule at[t] = 3 & session / 2 = seen[t] ==> begin
    session := (session + 1) % 8; seen[t] := 0; at[t] := 4; end;
  rule at[t] = 3 & session / 2 != seen[t] ==> begin seen[t] := 0; at[t] := 5; end;
  rule at[t] = 4 ==> begin registered := !flag[t]; flag[t] := false; at[t] := 5; end;
  rule at[t] = 5 & isundefined(B) ==> begin B := t; at[t] := 6; end;
  rule at[t] = 6 ==> begin seen[t] := session / 2; at[t] := 7; end;
  rule at[t] = 7 ==> begin undefine A; at[t] := 8; end;
  rule at[t] = 8 ==> begin flag[t] := phase >= 3; at[t] := 9; end;
  rule at[t] = 9 ==> begin if flag[t] & registered then session := 7; end; at[t] := 10; end;
  rule at[t] = 10 ==> begin undefine B; at[t] := 11; end;
  rule at[t] = 11 & session / 2 != seen[t] ==> begin seen[t] := 0; at[t] := 12; end;
  rule at[t] = 11 & session / 2 = seen[t] ==> begin seen[t] := 0; at[t] := 14; end;
  rule at[t] = 12 & isundefined(A) ==> begin A := t; at[t] := 13; end;
  rule at[t] = 13 ==> begin
    if flag[t] then session := 0; end; flag[t] := false; undefine A; at[t] := 14; end;
  rule at[t] = 14 ==> begin flag[t] := false; at[t] := 0; end;
end;

rule phase = 0 | phase = 1 | phase = 3 ==> begin phase := phase + 1; end;
rule phase = 2 & isundefined(A) ==> begin phase := 3; end;
rule phase = 4 & registered ==> begin phase := 5; end;
rule (phase = 2 | phase = 5) & restarts < RESTARTS ==> begin
  phase := 0; restarts := restarts + 1; registered := false; end;

invariant "A is owned by who is in its critical section" forall t: Thread do
  (at[t] >= 3 & at[t] <= 7) | at[t] = 13 -> !isundefined(A) & A = t end;
invariant "B is owned by who is in its critical section" forall t: Thread do
  at[t] >= 6 & at[t] <= 10 -> !isundefined(B) & B = t end;
