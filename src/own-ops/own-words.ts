/** The struct of an own op's named words: its fields, what reads it in a kernel, and what writes it on the host. */
import { ArgumentError, found } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import { asF32, asI32, f32 } from "../format/words.ts";
import { type Codec, noWords } from "../generated/op-words.ts";
import type { Declaration } from "../wgsl/declarations.ts";
import type { OwnText } from "./own-text.ts";

/** Words as an op's functions name them: a number for a scalar, a list for a vector. */
export type NamedWords = Readonly<
  Record<
    string,
    number | readonly [number, number] | readonly [number, number, number] | readonly [number, number, number, number]
  >
>;

/** A field of the struct. */
export interface WordField {
  /** Its name on the host: `fillsAlpha` for `fills_alpha`. */
  name: string;
  type: string;
  scalar: "u32" | "i32" | "f32";
  /** Its first word, and how many it has. */
  at: number;
  length: number;
}

const MOST_WORDS = 8;
const SCALARS = { u: "u32", i: "i32", f: "f32" } as const;

/** The fields of a struct. @throws InputError for one that is made of anything else, or is too long */
export function fieldsOf({ name, members, word }: Declaration, text: OwnText): WordField[] {
  if (word !== "struct") text.fail(name.at, "a struct of words", word);
  const fields: WordField[] = [];
  let at = 0;
  for (const { name: member, type } of members) {
    const [, vector, letter] = /^(?:vec([234])([uif])|[uif]32)$/.exec(type) ?? text.fail(member.at, WORDS, type);
    const length = Number(vector ?? 1);
    const scalar = SCALARS[(letter ?? type[0]) as keyof typeof SCALARS];
    if (fields.some((field) => field.name === camel(member.text)))
      text.fail(member.at, `no second member that the host calls ${camel(member.text)}`, member.text);
    fields.push({ name: camel(member.text), type, scalar, at, length });
    at += length;
  }
  if (at > MOST_WORDS) text.fail(name.at, `a struct of at most ${MOST_WORDS} words`, `${at}`);
  return fields;
}

const WORDS = "u32, i32, f32 or a vector of these, vec2u to vec4f";

const camel = (name: string) => name.replace(/_+([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());

/** The two vec4u of an op call. */
const PARTS = ["a", "b"];

/** The function that reads the struct from an op call, as tools/shaders/words.mjs writes it for built-in ops. */
export function readerOf(fields: readonly WordField[], name: string, struct: string): string {
  const values = fields.map(({ type, scalar, at, length }) => {
    const lanes = Array.from({ length }, (_, i) => `record.${PARTS[(at + i) >> 2]}.${"xyzw"[(at + i) & 3]}`);
    const value = length === 1 ? lanes[0] : `vec${length}u(${lanes.join(", ")})`;
    return scalar === "u32" ? value : `bitcast<${type}>(${value})`;
  });
  return `fn ${name}(record: Args) -> ${struct} {\n  return ${struct}(${values.join(", ")});\n}`;
}

/** Writes and reads the words of a struct. */
export function codecOf(fields: readonly WordField[]): Codec<NamedWords> {
  if (fields.length === 0) return noWords as Codec<NamedWords>;
  const last = fields.at(-1)!;
  const bits = { u32: (value: number) => value, i32: (value: number) => value, f32 };
  const values = { u32: (word: number) => word, i32: asI32, f32: asF32 };
  return {
    length: last.at + last.length,
    write(named, words, at) {
      for (const { name, scalar, at: first, length } of fields) {
        const value = named[name]!;
        for (let i = 0; i < length; i++)
          words[at + first + i] = bits[scalar](typeof value === "number" ? value : value[i]!);
      }
    },
    decode(words) {
      const named: Record<string, number | number[]> = {};
      for (const { name, scalar, at, length } of fields) {
        const all = Array.from({ length }, (_, i) => values[scalar](words[at + i]!));
        named[name] = length === 1 ? all[0]! : all;
      }
      return named as NamedWords;
    },
  };
}

const MOST_F32 = (2 - 2 ** -23) * 2 ** 127;
const RANGES = {
  u32: { low: 0, high: 0xffffffff, expected: "an integer from 0 to 2^32 - 1" },
  i32: { low: -0x80000000, high: 0x7fffffff, expected: "an integer from -2^31 to 2^31 - 1" },
  f32: { low: -MOST_F32, high: MOST_F32, expected: "a finite number of f32" },
};

/** What an op's `encode` returned, as its struct holds it. @throws ArgumentError for anything else */
export function checkedWords(named: unknown, fields: readonly WordField[], path: string): NamedWords {
  if (typeof named !== "object" || named === null)
    throw new ArgumentError(path, `{ ${fields.map(({ name }) => name).join(", ")} }`, named);
  const words: Record<string, number | readonly number[]> = {};
  for (const { name, scalar, length } of fields) {
    const value = (named as Record<string, unknown>)[name];
    const { low, high, expected } = RANGES[scalar];
    const isOne = (one: unknown) =>
      typeof one === "number" && one >= low && one <= high && (scalar === "f32" || Number.isInteger(one));
    const isRight = length === 1 ? isOne(value) : isListOf(value, isOne) && value.length === length;
    const wanted = length === 1 ? expected : `a list of ${length}, each ${expected}`;
    if (!isRight) throw new ArgumentError(`${path}.${name}`, wanted, value === undefined ? found("nothing") : value);
    // A copy, since what it returned may be the arguments, and these are the next call's soon.
    words[name] = length === 1 ? (value as number) : [...(value as number[])];
  }
  return words as NamedWords;
}
