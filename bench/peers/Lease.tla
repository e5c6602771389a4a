---- MODULE Lease ----
\* Clients lease one value from a server by messages in bounded queues. Who holds the lease advances
\* the value and gives both back of its own accord or because the server recalls them for somebody
\* else; a recall may cross with what it asks for and is ignored then. The same transition system as
\* lease.pml, lease.m and org.mdscheck.bench.Lease. bench/run writes the configuration.
EXTENDS Naturals, Sequences, TLC
CONSTANTS Client, Nobody, Inbox, Values
VARIABLES at, copy, mailbox, inbox, waiting, owner, recalled, value

client == <<at, copy>>
server == <<waiting, owner, recalled, value>>

Init ==
  /\ at = [c \in Client |-> "idle"]
  /\ copy = [c \in Client |-> 0]
  /\ mailbox = [c \in Client |-> << >>]
  /\ inbox = << >>
  /\ waiting = << >>
  /\ owner = Nobody
  /\ recalled = FALSE
  /\ value = 0

Finds(c, what) == mailbox[c] # << >> /\ Head(mailbox[c])[1] = what
TakeMail(c) == mailbox' = [mailbox EXCEPT ![c] = Tail(@)]
Reply(c, what, v) == mailbox' = [mailbox EXCEPT ![c] = Append(@, <<what, v>>)]
Request(c, what, v) == Len(inbox) < Inbox /\ inbox' = Append(inbox, <<c, what, v>>)
Go(c, to) == at' = [at EXCEPT ![c] = to]
Set(c, v) == copy' = [copy EXCEPT ![c] = v]

Ignore(c) ==
  /\ at[c] # "holds" /\ Finds(c, "recall") /\ TakeMail(c)
  /\ UNCHANGED <<client, inbox, server>>
Ask(c) ==
  /\ at[c] = "idle" /\ Request(c, "ask", 0) /\ Go(c, "asked")
  /\ UNCHANGED <<copy, mailbox, server>>
Receive(c) ==
  /\ at[c] = "asked" /\ Finds(c, "grant") /\ Set(c, Head(mailbox[c])[2]) /\ TakeMail(c)
  /\ Go(c, "holds") /\ UNCHANGED <<inbox, server>>
Advance(c) ==
  /\ at[c] = "holds" /\ Set(c, (copy[c] + 1) % Values)
  /\ UNCHANGED <<at, mailbox, inbox, server>>
GiveBack(c) ==
  /\ at[c] = "holds" /\ Request(c, "back", copy[c]) /\ Set(c, 0) /\ Go(c, "idle")
  /\ \/ UNCHANGED mailbox
     \/ Finds(c, "recall") /\ TakeMail(c)
  /\ UNCHANGED server

Enlist ==
  /\ inbox # << >> /\ Head(inbox)[2] = "ask"
  /\ waiting' = Append(waiting, Head(inbox)[1]) /\ inbox' = Tail(inbox)
  /\ UNCHANGED <<client, mailbox, owner, recalled, value>>
TakeBack ==
  /\ inbox # << >> /\ Head(inbox)[2] = "back"
  /\ value' = Head(inbox)[3] /\ owner' = Nobody /\ recalled' = FALSE /\ inbox' = Tail(inbox)
  /\ UNCHANGED <<client, mailbox, waiting>>
Grant ==
  /\ owner = Nobody /\ waiting # << >>
  /\ owner' = Head(waiting) /\ waiting' = Tail(waiting)
  /\ Reply(Head(waiting), "grant", value) /\ value' = 0
  /\ UNCHANGED <<client, inbox, recalled>>
Recall ==
  /\ owner # Nobody /\ waiting # << >> /\ ~recalled /\ Len(mailbox[owner]) < 2
  /\ Reply(owner, "recall", 0) /\ recalled' = TRUE
  /\ UNCHANGED <<client, inbox, waiting, owner, value>>

Next ==
  \/ \E c \in Client : Ignore(c) \/ Ask(c) \/ Receive(c) \/ Advance(c) \/ GiveBack(c)
  \/ Enlist \/ TakeBack \/ Grant \/ Recall

HolderIsOwner == \A c \in Client : at[c] = "holds" => owner = c
Interchangeable == Permutations(Client)
====
