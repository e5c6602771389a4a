-- lease: clients lease one value from a server by messages in bounded queues. Who holds the lease
-- advances the value and gives both back of its own accord or because the server recalls them for
-- somebody else; a recall may cross with what it asks for and is ignored then. The same transition
-- system as lease.pml, Lease.tla and org.mdscheck.bench.Lease. bench/run puts before this text:
--   const CLIENTS: 5; INBOX: 3; VALUES: 16;
--   type Client: scalarset(CLIENTS);     without symmetry 1..CLIENTS
const
  MAILBOX: 2;
type
  Value: 0..VALUES - 1;
  Request: record from: Client; gives: boolean; value: Value; end;     -- asks for it, or gives back
  Reply: record grants: boolean; value: Value; end;                    -- grants, or recalls
var
  at: array [Client] of enum { idle, asked, holds };
  copy: array [Client] of Value;
  -- Queues: the oldest at 0, and free places undefined.
  mails: array [Client] of 0..MAILBOX;
  mailbox: array [Client] of array [0..MAILBOX - 1] of Reply;
  requests: 0..INBOX;
  inbox: array [0..INBOX - 1] of Request;
  waiters: 0..CLIENTS;
  waiting: array [0..CLIENTS - 1] of Client;
  owner: Client;          -- whom the lease was granted to; undefined: nobody
  recalled: boolean;
  value: Value;           -- as far as the server knows; 0 while somebody else knows better

procedure takeMail(c: Client); begin
  for i := 0 to MAILBOX - 2 do mailbox[c][i] := mailbox[c][i + 1]; end;
  undefine mailbox[c][MAILBOX - 1];
  mails[c] := mails[c] - 1;
end;

procedure reply(c: Client; grants: boolean; v: Value); begin
  mailbox[c][mails[c]].grants := grants;
  mailbox[c][mails[c]].value := v;
  mails[c] := mails[c] + 1;
end;

procedure request(c: Client; gives: boolean; v: Value); begin
  inbox[requests].from := c;
  inbox[requests].gives := gives;
  inbox[requests].value := v;
  requests := requests + 1;
end;

procedure takeRequest(); begin
  for i := 0 to INBOX - 2 do inbox[i] := inbox[i + 1]; end;
  undefine inbox[INBOX - 1];
  requests := requests - 1;
end;

procedure giveBack(c: Client); begin
  request(c, true, copy[c]);
  copy[c] := 0;
  at[c] := idle;
end;

startstate
  for c: Client do
    at[c] := idle; copy[c] := 0; mails[c] := 0; undefine mailbox[c];
  end;
  requests := 0; undefine inbox;
  waiters := 0; undefine waiting;
  undefine owner; recalled := false; value := 0;
end;

ruleset c: Client do
  rule at[c] != holds & mails[c] > 0 & !mailbox[c][0].grants ==> begin takeMail(c); end;
  rule at[c] = idle & requests < INBOX ==> begin request(c, false, 0); at[c] := asked; end;
  rule at[c] = asked & mails[c] > 0 & mailbox[c][0].grants ==> begin
    copy[c] := mailbox[c][0].value; takeMail(c); at[c] := holds; end;
  rule at[c] = holds ==> begin copy[c] := (copy[c] + 1) % VALUES; end;
  rule at[c] = holds & requests < INBOX ==> begin giveBack(c); end;
  rule at[c] = holds & requests < INBOX & mails[c] > 0 & !mailbox[c][0].grants ==> begin
    takeMail(c); giveBack(c); end;
end;

rule requests > 0 & !inbox[0].gives ==> begin
  waiting[waiters] := inbox[0].from; waiters := waiters + 1; takeRequest(); end;
rule requests > 0 & inbox[0].gives ==> begin
  value := inbox[0].value; undefine owner; recalled := false; takeRequest(); end;
rule isundefined(owner) & waiters > 0 ==> begin
  owner := waiting[0];
  for i := 0 to CLIENTS - 2 do
    if i + 1 < waiters then waiting[i] := waiting[i + 1]; end;
  end;
  undefine waiting[waiters - 1];
  waiters := waiters - 1;
  reply(owner, true, value);
  value := 0; end;
rule !isundefined(owner) & waiters > 0 & !recalled & mails[owner] < MAILBOX ==> begin
  reply(owner, false, 0); recalled := true; end;

invariant "who holds the lease is whom it was granted to" forall c: Client do
  at[c] = holds -> !isundefined(owner) & owner = c end;
