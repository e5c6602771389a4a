package org.mdscheck.model.cephfs;

import static org.mdscheck.checker.spec.Expressions.exists;
import static org.mdscheck.checker.spec.Expressions.not;
import static org.mdscheck.checker.spec.Expressions.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.mdscheck.checker.spec.Expr;
import org.mdscheck.checker.spec.Pool;
import org.mdscheck.checker.spec.Program;
import org.mdscheck.checker.spec.Property;
import org.mdscheck.checker.spec.Ref;
import org.mdscheck.checker.spec.Spec;
import org.mdscheck.checker.spec.Type;
import org.mdscheck.checker.system.Scalarset;

/**
 * The client's MDS sessions with their environment, for one variant, scenario and set of
 * assumptions: views of the variables, and the spec. Immutable.
 */
public final class CephModel {
  /** Process families, by which properties ask where a thread is. */
  public static final String MONITOR_WORKER = "monc";

  public static final String CONNECTION_WORKER = "msgr";
  public static final String REQUEST_THREAD = "task";
  public static final String DELAYED_WORK = "delayed_work";
  public static final String SYNC_THREAD = "sync";
  public static final String OPEN_THREAD = "open";
  public static final String UMOUNT_THREAD = "umount";
  public static final String FORCED_UMOUNT_THREAD = "umount-f";
  public static final String RESET_TRIGGER = "debugfs";
  public static final String RESET_WORK = "reset_work";
  public static final String MDS = "mds";
  public static final String MONITOR = "mon";
  static final String MOUNT = "mount";

  private final Variant variant;
  private final Scenario scenario;
  private final Set<Assumption> assumptions;
  private final Ids ids;
  private final MdsClient mdsc;
  private final MapMemory mapMemory; // null unless the scenario has it
  private final MapMutex mapMutex;
  private final CapAuths capAuths; // null unless the scenario has it
  private final SessionVariables sessions;
  private final Caps caps; // null unless the scenario has it
  private final CapExports capExports; // null unless the scenario has it
  private final RequestVariables requests;
  private final ConnectionVariables connections;
  private final ServerVariables servers;
  private final Monitor monitor;
  private final Budgets budgets;
  private final ClientReset clientReset;
  private final FsClient fsc;
  private final PushSequence pushSequence;
  private final Ref umountStage;
  private final List<String> soleThreads = new ArrayList<>();
  private final boolean createsAsync;
  private final AsyncVariables async;
  private final Spec spec;

  private CephModel(Variant variant, Scenario scenario, Set<Assumption> assumptions) {
    this.variant = variant;
    this.scenario = scenario;
    this.assumptions = Set.copyOf(assumptions);
    Bounds bounds = scenario.bounds();
    Spec.Builder builder = Spec.builder(variant.name() + " in " + scenario);
    createsAsync = scenario.has(Context.ASYNC_CREATE);
    Scalarset objects = builder.scalarset("session", bounds.sessions());
    ids =
        new Ids(
            objects,
            builder.scalarset("request", bounds.requests()),
            builder.scalarset("rank", bounds.ranks(), false),
            createsAsync ? AsyncVariables.inos(builder) : null,
            Type.range(0, scenario.lastInstance()),
            scenario.lastInstance(),
            new Pool(objects, "use-after-free", SessionVariables.REFERENCES));
    mdsc = new MdsClient(builder, ids, scenario);
    mapMutex = new MapMutex(builder, variant, scenario);
    mapMemory =
        scenario.has(Context.MAP_MEMORY)
            ? new MapMemory(builder, variant.has(Hunk.MAP_REFERENCE), mdsc.poolExhausted())
            : null;
    capAuths = scenario.has(Context.ACCESS_CHECKS) ? new CapAuths(builder) : null;
    boolean hasCaps = scenario.has(Context.CAPS);
    sessions =
        new SessionVariables(builder, ids, hasCaps ? Caps.most() : 1, variant.has(Hunk.DROP_LATE));
    caps = hasCaps ? new Caps(this, builder, ids.sessionPool()) : null;
    capExports = scenario.has(Context.CAP_EXPORTS) ? new CapExports(this, builder, ids) : null;
    requests = new RequestVariables(builder, ids, scenario);
    connections = new ConnectionVariables(builder, ids, scenario);
    pushSequence = countsPushes() ? new PushSequence(builder, ids) : null;
    servers =
        new ServerVariables(
            builder,
            ids,
            scenario,
            assumes(Assumption.NONCE_CHECKED),
            !assumes(Assumption.OPEN_OVER_CLOSE_AT_ONCE));
    monitor = new Monitor(builder, ids, scenario, servers);
    budgets = new Budgets(builder, bounds);
    umountStage =
        scenario.has(Context.DESTRUCTION)
            ? builder.variable("umount.stage", Type.enumOf(UmountStage.class), UmountStage.NONE)
            : null;
    fsc = new FsClient(builder, scenario, ids);
    clientReset = canReset() ? new ClientReset(builder, ids, resetReconnects()) : null;
    async = createsAsync ? new AsyncVariables(builder, ids) : null;
    if (createsAsync) builder.process(MOUNT, Mount.of(this));
    if (exportsCaps() && !createsAsync) builder.process(MOUNT, MountWithCap.of(this));
    soleThread(builder, MONITOR_WORKER, HandleMdsmap.of(this));
    builder.processes(
        CONNECTION_WORKER, ids.sessions(), s -> guarded(ConnectionWorker.of(this, s)));
    builder.processes(REQUEST_THREAD, ids.requests(), r -> guarded(requestThread(r)));
    if (scenario.has(Context.DELAYED_WORK) || scenario.has(Context.CLEAN_RECOVER))
      soleThread(builder, DELAYED_WORK, DelayedWork.of(this));
    if (scenario.has(Context.SYNC)) soleThread(builder, SYNC_THREAD, FlushMdlog.of(this));
    if (scenario.has(Context.ACCESS_CHECKS)) soleThread(builder, OPEN_THREAD, CheckAccess.of(this));
    if (scenario.has(Context.UMOUNT)) soleThread(builder, UMOUNT_THREAD, CloseSessions.of(this));
    if (scenario.has(Context.FORCED_UMOUNT))
      soleThread(builder, FORCED_UMOUNT_THREAD, ForceUmount.begin(this));
    if (canReset()) {
      builder.process(RESET_TRIGGER, ScheduleReset.of(this));
      soleThread(
          builder,
          RESET_WORK,
          resetReconnects() ? ResetWorkFirstForm.of(this) : ResetWork.of(this));
    }
    builder.processes(MDS, ids.ranks(), rank -> MdsServer.of(this, rank));
    builder.process(MONITOR, MonitorService.of(this));
    builder.limit("sessions", not(mdsc.poolExhausted()));
    if (scenario.has(Context.FORWARDING))
      builder.limit(
          "forwards", not(exists(ids.requests(), r -> request(r).numFwd().is(HandleForward.MOST))));
    Covers.of(this).forEach(builder::property);
    builder.tally(
        SessionStateTally.NAME, SessionStateTally.bucket(this), SessionStateTally.bucketNames());
    spec = builder.build();
  }

  private void soleThread(Spec.Builder builder, String family, Program program) {
    builder.process(family, guarded(program));
    soleThreads.add(family);
  }

  private Program guarded(Program program) {
    return new GuardedWrites(sessions.mutex).in(GuardedLists.of(program));
  }

  /** Name of the tally that records, for each step, the change of {@code s_state} that it makes. */
  public static final String SESSION_STATE_TALLY = SessionStateTally.NAME;

  public static CephModel of(Variant variant, Scenario scenario, Set<Assumption> assumptions) {
    return new CephModel(variant, scenario, assumptions);
  }

  /** With the assumptions as they are by default. */
  public static CephModel of(Variant variant, Scenario scenario) {
    return of(variant, scenario, Assumption.defaults());
  }

  /** The families of a single kernel thread that take part; the others have many members. */
  public List<String> soleThreads() {
    return Collections.unmodifiableList(soleThreads);
  }

  /** Whether a function is among those that the threads of a family can run. */
  public boolean runs(String family, String function) {
    return spec.processes().stream()
        .anyMatch(f -> f.name().equals(family) && f.program().runs(function));
  }

  public Variant variant() {
    return variant;
  }

  public Scenario scenario() {
    return scenario;
  }

  public boolean assumes(Assumption assumption) {
    return assumptions.contains(assumption);
  }

  /** The session objects. */
  public Scalarset sessions() {
    return ids.sessions();
  }

  /** The requests, which are also the threads that submit them. */
  public Scalarset requests() {
    return ids.requests();
  }

  public Scalarset ranks() {
    return ids.ranks();
  }

  public MdsClient mdsc() {
    return mdsc;
  }

  MapMutex mapMutex() {
    return mapMutex;
  }

  /** Only where the scenario has {@link Context#MAP_MEMORY}. */
  MapMemory mapMemory() {
    return mapMemory;
  }

  /**
   * Whether each map that was not freed is {@code mdsc->mdsmap}, or a thread has it; only where the
   * scenario has {@link Context#MAP_MEMORY}.
   */
  public Expr noMapLeaks() {
    return mapMemory.hasNoLeak();
  }

  /** Only where the scenario has {@link Context#ACCESS_CHECKS}. */
  CapAuths capAuths() {
    return capAuths;
  }

  /** Only where the scenario has {@link Context#CAPS}. */
  Caps caps() {
    return caps;
  }

  /** Whether a capability is exported to another rank; if not, what that needs does not exist. */
  boolean exportsCaps() {
    return scenario.has(Context.CAP_EXPORTS);
  }

  /** Only where {@link #exportsCaps}. */
  CapExports capExports() {
    return capExports;
  }

  /** Whether an MDS opens a session with the client on the word of another one. */
  boolean importsSessions() {
    return scenario.has(Context.EXPORT_TARGETS) || exportsCaps();
  }

  public Session session(Expr id) {
    return new Session(sessions, id);
  }

  public Connection connection(Expr session) {
    return new Connection(connections, session);
  }

  public Request request(Expr id) {
    return new Request(requests, id);
  }

  public MdsRank mds(Expr rank) {
    return new MdsRank(servers, rank);
  }

  public Monitor monitor() {
    return monitor;
  }

  /**
   * Whether a session object is the registered one of its rank: {@code sessions[s->s_mds] == s}.
   */
  public Expr isRegistered(Session s) {
    return mdsc.session(s.rank()).is(s.id());
  }

  /** Whether no allocation, encoding, waiter or client has failed so far. */
  public Expr nothingFailed() {
    return budgets.nothingFailed();
  }

  private Program requestThread(Expr request) {
    return createsAsync ? AtomicOpen.of(this, request) : SubmitRequest.of(this, request);
  }

  /** Whether creates are asynchronous; if not, what they need does not exist. */
  public boolean createsAsync() {
    return createsAsync;
  }

  /** The inode numbers that are delegated. */
  public Scalarset inos() {
    return ids.inos();
  }

  public DelegatedInos delegatedInos(Expr session) {
    return new DelegatedInos(async, session);
  }

  public AsyncCreate asyncCreate(Expr request) {
    return new AsyncCreate(async, request);
  }

  public Directory directory() {
    return new Directory(async);
  }

  public ServerInos serverInos(Expr rank) {
    return new ServerInos(async, rank);
  }

  /** Whether {@link Mount} is over, where it takes part. */
  Ref mounted() {
    return async.mounted;
  }

  Ids ids() {
    return ids;
  }

  Budgets budgets() {
    return budgets;
  }

  /** How far an umount is; null where it does not go on until {@code mdsc} is freed. */
  public Ref umountStage() {
    return umountStage;
  }

  /** Whether an umount is before a stage; always where it does not go that far. */
  Expr isUmountBefore(UmountStage stage) {
    return umountStage == null ? value(true) : umountStage.isLess(stage);
  }

  /** Whether a rank that is DNE is taken for gone; elsewhere it has a blank address. */
  boolean ranksLeave() {
    boolean isFailedGone =
        scenario.has(Context.RANK_REMOVAL) && !variant.has(Hunk.ABSENT_RANK_RESTARTS);
    return isFailedGone || scenario.has(Context.STOPPING);
  }

  boolean countsPushes() {
    return scenario.has(Context.PUSH_SEQUENCE);
  }

  /** The numbers of capability messages; null where there are none. */
  public PushSequence pushSequence() {
    return pushSequence;
  }

  /** The mount. */
  public FsClient fsc() {
    return fsc;
  }

  /** Whether somebody may reset the client: it takes part, and the tree can do it. */
  public boolean canReset() {
    return scenario.has(Context.CLIENT_RESET)
        && (variant.has(Hunk.RESET_WORK) || variant.has(Hunk.RESET_RECONNECTS));
  }

  /** Whether it is reset as in the first form of the series. */
  boolean resetReconnects() {
    return scenario.has(Context.CLIENT_RESET) && variant.has(Hunk.RESET_RECONNECTS);
  }

  /** The state of the client's reset; null unless it {@link #canReset}. */
  public ClientReset clientReset() {
    return clientReset;
  }

  Type messageToClient() {
    return connections.toClient;
  }

  /** The spec with the model's covers and no other property. */
  public Spec spec() {
    return spec;
  }

  /** The spec with the model's covers and these properties. */
  public Spec spec(Collection<? extends Property> properties) {
    List<Property> all = new ArrayList<>(spec.properties());
    all.addAll(properties);
    return new Spec(
        spec.name(),
        spec.scalarsets(),
        spec.variables(),
        spec.processes(),
        all,
        spec.tallies(),
        spec.limits());
  }
}
