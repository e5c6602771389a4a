/* kern: THREADS threads take fifteen steps over two locks, a session and a flag, while an
   environment advances through its phases and restarts at most RESTARTS times. The same
   transition system as kern.m, Kern.tla and org.mdscheck.bench.Kern: one d_step, one step.
   Whoever is in a critical section asserts that the lock is its own. */
byte A, B;              /* 0: free; else 1 + the number of the thread that owns it */
byte session;           /* 0..7 */
bool registered;
byte phase, restarts;

#define self (1 + _pid)
#define HALF (session / 2)

active [THREADS] proctype thread() {
  byte seen;
  bool flag;
  do
  :: d_step { seen = HALF };
     d_step { flag = registered };
     d_step { A == 0 -> A = self };
     if
     :: d_step { HALF == seen -> assert(A == self); session = (session + 1) % 8; seen = 0 };
        d_step { assert(A == self); registered = !flag; flag = false }
     :: d_step { HALF != seen -> assert(A == self); seen = 0 }
     fi;
     d_step { B == 0 -> assert(A == self); B = self };
     d_step { assert(A == self && B == self); seen = HALF };
     d_step { assert(A == self && B == self); A = 0 };
     d_step { assert(B == self); flag = (phase >= 3) };
     d_step { assert(B == self); session = (flag && registered -> 7 : session) };
     d_step { assert(B == self); B = 0 };
     if
     :: d_step { HALF != seen -> seen = 0 };
        d_step { A == 0 -> A = self };
        d_step { assert(A == self); session = (flag -> 0 : session); flag = false; A = 0 }
     :: d_step { HALF == seen -> seen = 0 }
     fi;
     d_step { flag = false }
  od
}

active proctype environment() {
  do
  :: d_step { phase == 0 || phase == 1 || phase == 3 -> phase++ }
  :: d_step { phase == 2 && A == 0 -> phase++ }
  :: d_step { phase == 4 && registered -> phase++ }
  :: d_step { (phase == 2 || phase == 5) && restarts < RESTARTS ->
              phase = 0; restarts++; registered = false }
  od
}
