/* lease: CLIENTS clients lease one value from a server by messages in bounded queues. Who holds
   the lease advances the value, modulo VALUES, and gives both back of its own accord or because the
   server recalls them for somebody else; a recall may cross with what it asks for and is ignored
   then. The same transition system as lease.m, Lease.tla and org.mdscheck.bench.Lease: one d_step,
   one step. Whoever holds the lease asserts that the server knows. */
mtype = { ASK, BACK, GRANT, RECALL };

chan inbox = [INBOX] of { byte, mtype, byte };    /* of the server: from whom, what, value */
chan mailbox[CLIENTS] = [2] of { mtype, byte };   /* of each client: what, value */
chan waiting = [CLIENTS] of { byte };             /* who has asked, the first first */
byte owner = CLIENTS;   /* whom the lease was granted to; CLIENTS: nobody */
bool recalled;
byte value;             /* as far as the server knows; 0 while somebody else knows better */

#define mine mailbox[_pid]

active [CLIENTS] proctype client() {
  byte copy;
idle:
  do
  :: d_step { mine?[RECALL, 0] -> mine?RECALL, 0 }
  :: d_step { nfull(inbox) -> inbox!_pid, ASK, 0 }; break
  od;
  /* has asked */
  do
  :: d_step { mine?[RECALL, 0] -> mine?RECALL, 0 }
  :: d_step { mine?[GRANT, _] -> mine?GRANT, copy }; break
  od;
  /* holds */
  do
  :: d_step { assert(owner == _pid); copy = (copy + 1) % VALUES }
  :: d_step { nfull(inbox) -> assert(owner == _pid); inbox!_pid, BACK, copy; copy = 0 }; break
  :: d_step { nfull(inbox) && mine?[RECALL, 0] -> assert(owner == _pid); mine?RECALL, 0;
              inbox!_pid, BACK, copy; copy = 0 }; break
  od;
  goto idle
}

active proctype server() {
  byte who;             /* only inside of a step */
  do
  :: d_step { inbox?[_, ASK, 0] -> inbox?who, ASK, 0; waiting!who; who = 0 }
  :: d_step { inbox?[_, BACK, _] -> inbox?_, BACK, value; owner = CLIENTS; recalled = false }
  :: d_step { owner == CLIENTS && nempty(waiting) -> waiting?owner;
              mailbox[owner]!GRANT, value; value = 0 }
  :: d_step { owner != CLIENTS && nempty(waiting) && !recalled && nfull(mailbox[owner]) ->
              mailbox[owner]!RECALL, 0; recalled = true }
  od
}
