/** Several cases that are tried at once, and shrink to the one that fails. */
import fc from "fast-check";

/** `size` cases of the given kind. */
export const packsOf = <T>(one: fc.Arbitrary<T>, size: number): fc.Arbitrary<T[]> => new Packs(one, size);

/**
 * `fc.array` shrinks to two of which one is harmless, and takes many steps. Here a pack is looked through for a case
 * that fails alone. What fails only beside others shrinks to the fewest that do.
 */
class Packs<T> extends fc.Arbitrary<T[]> {
  constructor(
    private readonly one: fc.Arbitrary<T>,
    private readonly size: number,
  ) {
    super();
  }

  override generate(random: fc.Random, biasFactor: number | undefined): fc.Value<T[]> {
    return packOf(Array.from({ length: this.size }, () => this.one.generate(random, biasFactor)));
  }

  /** Only of what was generated here. */
  override canShrinkWithoutContext(_value: unknown): _value is T[] {
    return false;
  }

  override shrink(_pack: T[], context: unknown): fc.Stream<fc.Value<T[]>> {
    return fc.stream(this.smaller(context as fc.Value<T>[]));
  }

  private *smaller(members: fc.Value<T>[]): IterableIterator<fc.Value<T[]>> {
    if (members.length > 1) for (const member of members) yield packOf([member]);
    if (members.length > 2) for (const left of members) yield packOf(members.filter((member) => member !== left));
    for (const [at, { value, context }] of members.entries())
      for (const made of this.one.shrink(value, context)) yield packOf(members.with(at, made));
  }
}

const packOf = <T>(members: fc.Value<T>[]): fc.Value<T[]> =>
  new fc.Value(
    members.map(({ value }) => value),
    members,
  );
