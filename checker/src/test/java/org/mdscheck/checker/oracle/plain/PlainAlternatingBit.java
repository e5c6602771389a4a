package org.mdscheck.checker.oracle.plain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** {@link org.mdscheck.checker.oracle.classic.AlternatingBit} in plain Java. */
public record PlainAlternatingBit(int places) implements PlainModel<PlainAlternatingBit.State> {

  record Message(int bit, int value) {}

  record Sender(int bit, int acknowledged, int sent) {}

  record Receiver(int bit, int received) {}

  /** {@code sender} and {@code receiver} are null until the first bit and values are chosen. */
  record State(
      Sender sender, Receiver receiver, List<Message> messages, List<Integer> acknowledgements) {}

  @Override
  public State initial() {
    return new State(null, null, List.of(), List.of());
  }

  @Override
  public List<State> successors(State s) {
    List<State> next = new ArrayList<>();
    if (s.sender == null) {
      for (int bits = 0; bits < 8; bits++) {
        int bit = bits & 1;
        Sender sender = new Sender(bit, bit, bits >> 1 & 1);
        next.add(new State(sender, new Receiver(bit, bits >> 2), List.of(), List.of()));
      }
      return next;
    }
    send(s, next);
    receive(s, next);
    lose(s, next);
    return next;
  }

  private void send(State s, List<State> next) {
    boolean idle = s.sender.bit == s.sender.acknowledged;
    for (int value = 0; value < 2 && s.messages.size() < places; value++) {
      if (!idle && value != s.sender.sent) continue;
      int bit = idle ? 1 - s.sender.bit : s.sender.bit;
      Sender sender = new Sender(bit, s.sender.acknowledged, value);
      List<Message> messages = appended(s.messages, new Message(bit, value));
      next.add(new State(sender, s.receiver, messages, s.acknowledgements));
    }
    if (s.acknowledgements.isEmpty()) return;
    Sender sender = new Sender(s.sender.bit, s.acknowledgements.get(0), s.sender.sent);
    next.add(new State(sender, s.receiver, s.messages, without(s.acknowledgements, 0)));
  }

  private void receive(State s, List<State> next) {
    if (!s.messages.isEmpty()) {
      Message first = s.messages.get(0);
      Receiver receiver = new Receiver(first.bit, first.value);
      next.add(new State(s.sender, receiver, without(s.messages, 0), s.acknowledgements));
    }
    if (s.acknowledgements.size() < places) {
      List<Integer> more = appended(s.acknowledgements, s.receiver.bit);
      next.add(new State(s.sender, s.receiver, s.messages, more));
    }
  }

  /** Losing either of two equal elements is one step. */
  private static void lose(State s, List<State> next) {
    for (Message m : new HashSet<>(s.messages)) {
      List<Message> fewer = without(s.messages, s.messages.indexOf(m));
      next.add(new State(s.sender, s.receiver, fewer, s.acknowledgements));
    }
    for (Integer a : new HashSet<>(s.acknowledgements)) {
      List<Integer> fewer = without(s.acknowledgements, s.acknowledgements.indexOf(a));
      next.add(new State(s.sender, s.receiver, s.messages, fewer));
    }
  }

  private static <E> List<E> appended(List<E> list, E last) {
    List<E> longer = new ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer);
  }

  private static <E> List<E> without(List<E> list, int index) {
    List<E> shorter = new ArrayList<>(list);
    shorter.remove(index);
    return List.copyOf(shorter);
  }
}
