/** The lists and objects that a value lies in. */
export interface Within {
  value: unknown;
  outer: Within | undefined;
}

/** Whether a value lies in itself: there would be no end to copying it. The checks refuse it. */
export function holdsItself(value: unknown, within: Within | undefined): boolean {
  for (let one = within; one; one = one.outer) if (one.value === value) return true;
  return false;
}

/**
 * A copy of plain data, lists and objects in it too: what the caller does to his afterwards changes nothing here.
 * Functions, objects that are more than data, and what holds itself stay what they are.
 */
export function copied<T>(value: T): T {
  return copiedWithin(value, undefined);
}

function copiedWithin<T>(value: T, outer: Within | undefined): T {
  const isList = Array.isArray(value);
  if ((!isList && !isPlain(value)) || holdsItself(value, outer)) return value;
  const within = { value, outer };
  if (isList) return value.map((entry) => copiedWithin(entry, within)) as T;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, copiedWithin(entry, within)])) as T;
}

/** The same, and nobody can change it. */
export function frozenCopy<T>(value: T): T {
  return frozenWithin(value, undefined);
}

function frozenWithin<T>(value: T, outer: Within | undefined): T {
  if (holdsItself(value, outer)) return value;
  const within = { value, outer };
  const copy = Array.isArray(value)
    ? value.map((entry) => frozenWithin(entry, within))
    : isPlain(value)
      ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, frozenWithin(entry, within)]))
      : undefined;
  return copy ? (Object.freeze(copy) as T) : value;
}

/** An object that is no more than its entries. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
