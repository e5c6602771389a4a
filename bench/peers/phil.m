-- phil: dining philosophers, left fork first. The same transition system as phil.pml, Phil.tla
-- and org.mdscheck.bench.Philosophers. bench/run puts before this text:
--   const SEATS: 13;
type
  Seat: 0..SEATS - 1;
var
  at: array [Seat] of 0..3;     -- the step that the philosopher takes next
  taken: array [Seat] of boolean;

startstate
  for i: Seat do at[i] := 0; taken[i] := false; end;
end;

ruleset i: Seat do
  rule at[i] = 0 & !taken[i] ==> begin taken[i] := true; at[i] := 1; end;
  rule at[i] = 1 & !taken[(i + 1) % SEATS] ==> begin
    taken[(i + 1) % SEATS] := true; at[i] := 2; end;
  rule at[i] = 2 ==> begin taken[i] := false; at[i] := 3; end;
  rule at[i] = 3 ==> begin taken[(i + 1) % SEATS] := false; at[i] := 0; end;
end;

invariant "neighbours never eat together" forall i: Seat do
  !(at[i] = 2 & at[(i + 1) % SEATS] = 2) end;
