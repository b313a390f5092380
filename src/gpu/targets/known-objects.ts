/** Objects of a dataset or a stream that are known before any picture is read. */
import { holdsItself, type Within } from "../../check/copied.ts";
import { found, InputError, SourceError } from "../../check/errors.ts";
import { isOptions } from "../../check/options.ts";
import { oneOf } from "../../check/values.ts";
import type { Size } from "../../format/format.ts";
import type { OpenStore } from "../../source/store.ts";
import type { OpenStoreTarget } from "../../source/store-targets.ts";
import { ObjectsOf } from "../../targets/gather.ts";
import { type CheckedObjects, checkObjects } from "../../targets/objects.ts";
import { checkOutlines } from "../../targets/outline.ts";
import type { ObjectData } from "./types.ts";

/** What objects belong to. */
export interface ObjectOwner {
  count: number;
  /** Of a picture; undefined where nobody knows it before it is read. */
  sizeOf: ((picture: number) => Size) | undefined;
  /** In words: the dataset. */
  said: string;
}

/** @throws SourceError, InputError with the number of picture and box */
export function checkObjectData(path: string, data: ObjectData, { count, sizeOf, said }: ObjectOwner): CheckedObjects {
  const { kind: _kind, ...given } = data;
  const set = checkObjects(path, copyOf(given));
  if (set.pictures !== count)
    throw new SourceError(path, `the objects of ${count} pictures, as the ${said} has`, found(`${set.pictures}`));
  if (sizeOf) checkOutlines(set, sizeOf);
  return set;
}

/** Objects of a stream, by name. */
export function knownObjects(
  targets: Readonly<Record<string, ObjectData>>,
  { count, size, targets: others }: OpenStore,
): Record<string, OpenStoreTarget> {
  if (!isOptions(targets as unknown)) throw new InputError("targets", "targets by name", targets);
  return Object.fromEntries(
    Object.entries(targets).map(([name, data]) => {
      const path = `targets.${name}`;
      if (Object.hasOwn(others, name)) throw new InputError(path, "a name that no target has yet", found(name));
      if (!isOptions(data as unknown)) throw new InputError(path, '{ kind: "objects", … }', data);
      oneOf(`${path}.kind`, data.kind, ["objects"]);
      const set = checkObjectData(path, data, { count, sizeOf: size && (() => size), said: "stream" });
      return [name, { kind: "objects", known: { set, at: (id: number) => new ObjectsOf(set, id) } }];
    }),
  );
}

/** What was checked is what is kept, whatever becomes of the caller's arrays. */
function copyOf<T>(value: T, outer?: Within): T {
  // A DataView has no slice: the checks refuse it as it is.
  if (ArrayBuffer.isView(value)) return "slice" in value ? ((value as unknown as Uint8Array).slice() as T) : value;
  if (holdsItself(value, outer)) return value;
  const within = { value, outer };
  if (Array.isArray(value))
    return value.map((one: unknown) =>
      Array.isArray(one) || ArrayBuffer.isView(one) ? copyOf(one, within) : one,
    ) as T;
  if (!isOptions(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copyOf(one, within)])) as T;
}
