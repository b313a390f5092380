/** Ids of class maps: how many bytes they have, and which there can be. */
import { InputError, SourceError } from "../check/errors.ts";
import { positive } from "../check/values.ts";

/** Ids of one map after the other, row by row. */
export type IdArray = Uint8Array | Uint8ClampedArray | Uint16Array | Uint32Array;

/** What is said of ids. */
export interface IdForm {
  bytes: 1 | 2 | 3;
  /** How many classes there are, where it was said. */
  classes: number | undefined;
  /** The id that the loss ignores, if there is one. */
  ignoreIndex: number | null;
}

/** Checks what is said of ids of so many bytes. @throws InputError */
export function checkIdForm(
  path: string,
  bytes: 1 | 2 | 3,
  { classes, ignoreIndex = 2 ** (8 * bytes) - 1 }: { classes?: number; ignoreIndex?: number | null },
): IdForm {
  if (classes !== undefined) positive(`${path}.classes`, classes, 2 ** 24);
  const end = 2 ** (8 * bytes);
  if (ignoreIndex !== null && !(Number.isInteger(ignoreIndex) && ignoreIndex >= 0 && ignoreIndex < end))
    throw new InputError(`${path}.ignoreIndex`, `an id, a whole number below ${end}, or null`, ignoreIndex);
  return { bytes, classes, ignoreIndex };
}

/** How many bytes the ids of an array have; none where it is no array of ids. */
export function bytesOfIds(ids: unknown): 1 | 2 | 3 | undefined {
  if (ids instanceof Uint8Array || ids instanceof Uint8ClampedArray) return 1;
  if (ids instanceof Uint16Array) return 2;
  return ids instanceof Uint32Array ? 3 : undefined;
}

/**
 * Refuses ids that there are none of. `placeOf` says in words where one is.
 * @throws SourceError
 */
export function checkIds(path: string, ids: IdArray, form: IdForm, placeOf: (i: number) => string): void {
  const wrong = wrongId(ids, form);
  if (wrong) throw new SourceError(`${path}[${wrong.at}] (${placeOf(wrong.at)})`, wrong.expected, ids[wrong.at]);
}

/** Where the first id is that there is none of, and what is expected there. */
export function wrongId(
  ids: IdArray,
  { bytes, classes, ignoreIndex }: IdForm,
): { at: number; expected: string } | undefined {
  const end = 2 ** (8 * bytes);
  const most = Math.min(classes ?? end, end);
  for (let at = 0; at < ids.length; at++) {
    if (ids[at]! < most || ids[at] === ignoreIndex) continue;
    const expected =
      classes === undefined ? `an id below ${end}` : `an id below ${classes}, or ${ignoreIndex ?? "none other"}`;
    return { at, expected };
  }
  return undefined;
}

/** Ids as bytes, the lowest first. */
export function idBytes(ids: IdArray, width: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(ids.length * width);
  if (width === 1) bytes.set(ids);
  else
    for (let i = 0, to = 0; i < ids.length; i++)
      for (let byte = 0; byte < width; byte++) bytes[to++] = (ids[i]! >> (8 * byte)) & 255;
  return bytes;
}
