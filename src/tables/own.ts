import type { Entry, MagnitudeTable } from "./table.ts";

const entries: Record<string, Entry> = {};

/** The application's own ops that have an `atMagnitude`, under their names. */
export const own: MagnitudeTable = {
  about: "ops of your own, by their atMagnitude: a share 0 to 1",
  unit: "share",
  max: 1,
  peer: "pillow",
  fill: null,
  entries,
};

/** Enters an op. */
export function addOwnEntry(op: string, atMagnitude: (magnitude: number) => object): void {
  const entry = { op, value: (magnitude: number) => magnitude, args: atMagnitude };
  entries[op] = entry as unknown as Entry;
}
