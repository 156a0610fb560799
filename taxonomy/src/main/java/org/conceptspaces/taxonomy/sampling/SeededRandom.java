package org.conceptspaces.taxonomy.sampling;

/**
 * A small random generator whose numbers are fixed by its definition, on every platform and in
 * every version: SplitMix64 (Steele, Lea, Flood 2014; constants of Stafford's variant 13). Not for
 * secrets.
 */
public final class SeededRandom {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  /**
   * A generator for a place in a seeded whole. Other places or seeds give independent numbers.
   *
   * @param seed the seed of the whole
   * @param place where in it, an epoch and a purpose for instance
   */
  public SeededRandom(long seed, long... place) {
    state = mix(seed + GOLDEN);
    for (long coordinate : place) {
      state = mix(state + GOLDEN + mix(coordinate));
    }
  }

  /**
   * The next 64 bits.
   *
   * @return any long
   */
  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /**
   * A uniform number below a bound, without bias.
   *
   * @param bound above 0
   * @return from 0 to {@code bound} − 1
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound " + bound + " is not above 0");
    }
    long bits = nextLong() >>> 1;
    long value = bits % bound;
    // the last, incomplete block of multiples would favour small values
    while (bits - value + (bound - 1) < 0) {
      bits = nextLong() >>> 1;
      value = bits % bound;
    }
    return (int) value;
  }

  /**
   * A uniform number of 53 bits.
   *
   * @return from 0, below 1
   */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * Shuffles in place, every order equally likely (Fisher–Yates).
   *
   * @param values what to shuffle
   */
  public void shuffle(int[] values) {
    for (int last = values.length - 1; last > 0; last--) {
      int other = nextInt(last + 1);
      int value = values[last];
      values[last] = values[other];
      values[other] = value;
    }
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
