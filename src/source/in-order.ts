/**
 * What `make` makes of 0 to count − 1, in that order, with so many under way at the same time. Whoever stops asking, or
 * meets an error, hears no more of those that were begun.
 */
export async function* inOrder<T>(
  count: number,
  window: number,
  make: (index: number) => Promise<T>,
): AsyncGenerator<T, void, undefined> {
  const begun: Promise<T>[] = [];
  for (let next = 0, done = 0; done < count; done++) {
    while (next < count && begun.length < window) {
      const making = make(next++);
      making.catch(() => {});
      begun.push(making);
    }
    yield await begun.shift()!;
  }
}
