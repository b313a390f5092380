/** Numbers as 32-bit words, the way a shader reads them. */

const buffer = new ArrayBuffer(4);
const asFloat = new Float32Array(buffer);
const asWord = new Uint32Array(buffer);

/** The word of a number rounded to f32. */
export function f32(value: number): number {
  asFloat[0] = value;
  return asWord[0]!;
}

/** The signed integer in a word. */
export const asI32 = (word: number): number => word | 0;

/** The f32 in a word. */
export function asF32(word: number): number {
  asWord[0] = word;
  return asFloat[0]!;
}
