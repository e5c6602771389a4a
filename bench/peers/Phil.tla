---- MODULE Phil ----
\* Dining philosophers, left fork first. The same transition system as phil.pml, phil.m and
\* org.mdscheck.bench.Philosophers. bench/run writes the configuration.
EXTENDS Naturals
CONSTANT Seats
VARIABLES at, taken

Seat == 0..(Seats - 1)
Right(i) == (i + 1) % Seats

Init == at = [i \in Seat |-> 0] /\ taken = [i \in Seat |-> FALSE]

Go(i, from, to) == at[i] = from /\ at' = [at EXCEPT ![i] = to]
Take(fork) == ~taken[fork] /\ taken' = [taken EXCEPT ![fork] = TRUE]
Put(fork) == taken' = [taken EXCEPT ![fork] = FALSE]

Next == \E i \in Seat :
  \/ Go(i, 0, 1) /\ Take(i)
  \/ Go(i, 1, 2) /\ Take(Right(i))
  \/ Go(i, 2, 3) /\ Put(i)
  \/ Go(i, 3, 0) /\ Put(Right(i))

NeighboursNeverEatTogether == \A i \in Seat : ~(at[i] = 2 /\ at[Right(i)] = 2)
====
