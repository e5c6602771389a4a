/* phil: SEATS dining philosophers, left fork first. The same transition system as phil.m,
   Phil.tla and org.mdscheck.bench.Philosophers: one d_step, one step. */
bool taken[SEATS];

#define left taken[_pid]
#define right taken[(_pid + 1) % SEATS]

active [SEATS] proctype philosopher() {
  do
  :: d_step { !left -> left = true };
     d_step { !right -> right = true };
     d_step { left = false };
     d_step { right = false }
  od
}
