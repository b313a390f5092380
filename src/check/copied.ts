/**
 * A copy of plain data, lists and objects in it too: what the caller does to his afterwards changes nothing here.
 * Functions, and objects that are more than data, stay what they are.
 */
export function copied<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copied) as T;
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, copied(entry)])) as T;
}

/** The same, and nobody can change it. */
export function frozenCopy<T>(value: T): T {
  const copy = Array.isArray(value)
    ? value.map(frozenCopy)
    : isPlain(value)
      ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, frozenCopy(entry)]))
      : undefined;
  return copy ? (Object.freeze(copy) as T) : value;
}

/** An object that is no more than its entries. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
