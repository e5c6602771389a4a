---- MODULE Kern ----
\* Threads take fifteen steps over two locks, a session and a flag, while an environment advances
\* through its phases and restarts a bounded number of times. The same transition system as
\* kern.pml, kern.m and org.mdscheck.bench.Kern. bench/run writes the configuration.
EXTENDS Naturals, TLC
CONSTANTS Thread, Nobody, MaxRestarts
VARIABLES at, seen, flag, A, B, session, registered, phase, restarts

locks == <<A, B>>
environment == <<phase, restarts>>

Init ==
  /\ at = [t \in Thread |-> 0]
  /\ seen = [t \in Thread |-> 0]
  /\ flag = [t \in Thread |-> FALSE]
  /\ A = Nobody /\ B = Nobody
  /\ session = 0 /\ registered = FALSE
  /\ phase = 0 /\ restarts = 0

Go(t, from, to) == at[t] = from /\ at' = [at EXCEPT ![t] = to]
See(t, value) == seen' = [seen EXCEPT ![t] = value]
Flag(t, value) == flag' = [flag EXCEPT ![t] = value]
Half == session \div 2

ReadSession(t, from, to) ==
  Go(t, from, to) /\ See(t, Half) /\ UNCHANGED <<flag, locks, session, registered>>
ReadRegistered(t) ==
  Go(t, 1, 2) /\ Flag(t, registered) /\ UNCHANGED <<seen, locks, session, registered>>
LockA(t, from, to) ==
  A = Nobody /\ Go(t, from, to) /\ A' = t /\ UNCHANGED <<seen, flag, B, session, registered>>
LockB(t) ==
  B = Nobody /\ Go(t, 5, 6) /\ B' = t /\ UNCHANGED <<seen, flag, A, session, registered>>
Advance(t) ==
  /\ Half = seen[t] /\ Go(t, 3, 4) /\ session' = (session + 1) % 8 /\ See(t, 0)
  /\ UNCHANGED <<flag, locks, registered>>
DoNotAdvance(t) ==
  Half # seen[t] /\ Go(t, 3, 5) /\ See(t, 0) /\ UNCHANGED <<flag, locks, session, registered>>
Register(t) ==
  Go(t, 4, 5) /\ registered' = ~flag[t] /\ Flag(t, FALSE) /\ UNCHANGED <<seen, locks, session>>
UnlockA(t) ==
  Go(t, 7, 8) /\ A' = Nobody /\ UNCHANGED <<seen, flag, B, session, registered>>
ReadPhase(t) ==
  Go(t, 8, 9) /\ Flag(t, phase >= 3) /\ UNCHANGED <<seen, locks, session, registered>>
Finish(t) ==
  /\ Go(t, 9, 10) /\ session' = IF flag[t] /\ registered THEN 7 ELSE session
  /\ UNCHANGED <<seen, flag, locks, registered>>
UnlockB(t) ==
  Go(t, 10, 11) /\ B' = Nobody /\ UNCHANGED <<seen, flag, A, session, registered>>
Compare(t) ==
  /\ at[t] = 11 /\ at' = [at EXCEPT ![t] = IF Half # seen[t] THEN 12 ELSE 14] /\ See(t, 0)
  /\ UNCHANGED <<flag, locks, session, registered>>
Reset(t) ==
  /\ Go(t, 13, 14) /\ session' = (IF flag[t] THEN 0 ELSE session) /\ Flag(t, FALSE) /\ A' = Nobody
  /\ UNCHANGED <<seen, B, registered>>
Again(t) ==
  Go(t, 14, 0) /\ Flag(t, FALSE) /\ UNCHANGED <<seen, locks, session, registered>>

Step(t) ==
  /\ \/ ReadSession(t, 0, 1) \/ ReadRegistered(t) \/ LockA(t, 2, 3)
     \/ Advance(t) \/ DoNotAdvance(t) \/ Register(t)
     \/ LockB(t) \/ ReadSession(t, 6, 7) \/ UnlockA(t)
     \/ ReadPhase(t) \/ Finish(t) \/ UnlockB(t)
     \/ Compare(t) \/ LockA(t, 12, 13) \/ Reset(t) \/ Again(t)
  /\ UNCHANGED environment

GoOn ==
  /\ \/ phase \in {0, 1, 3}
     \/ phase = 2 /\ A = Nobody
     \/ phase = 4 /\ registered
  /\ phase' = phase + 1
  /\ UNCHANGED <<registered, restarts>>
Restart ==
  /\ phase \in {2, 5} /\ restarts < MaxRestarts
  /\ phase' = 0 /\ restarts' = restarts + 1 /\ registered' = FALSE

Next ==
  \/ \E t \in Thread : Step(t)
  \/ (GoOn \/ Restart) /\ UNCHANGED <<at, seen, flag, locks, session>>

OwnerOfA == \A t \in Thread : at[t] \in 3..7 \union {13} => A = t
OwnerOfB == \A t \in Thread : at[t] \in 6..10 => B = t
Interchangeable == Permutations(Thread)
====
