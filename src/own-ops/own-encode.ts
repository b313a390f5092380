/** How the arguments of an own op become its named words: by its own function, or by their names. */
import { found, InputError } from "../check/errors.ts";
import type { Precision } from "../format/format.ts";
import type { Arg, Args, EncodeContext } from "../ops/op.ts";
import { checkedWords, type NamedWords, type WordField } from "./own-words.ts";

export type Encode = (args: Args, context: EncodeContext) => NamedWords;
type Given = ((args: Args, context: EncodeContext) => unknown) | undefined;

const FUNCTIONS = { u8: "encode", f32: "encodeF32" } as const;

/** The op's `encode` of a precision: given, that of u8 where the words are the same, or by the arguments' names. */
export function encodeFor(
  op: string,
  given: Readonly<Record<Precision, Given>>,
  precision: Precision,
  fields: Readonly<Record<Precision, readonly WordField[]>>,
  args: Readonly<Record<string, Arg>>,
): Encode {
  const isAlike = JSON.stringify(fields.u8) === JSON.stringify(fields.f32);
  const own = given[precision] ?? (isAlike ? given.u8 : undefined);
  const wanted = fields[precision];
  if (!own) return byNames(`${op}.${FUNCTIONS[precision]}`, wanted, args);
  const path = `${op}.${own === given[precision] ? FUNCTIONS[precision] : FUNCTIONS.u8}`;
  return (given, context) => checkedWords(own(given, context), wanted, path);
}

/** Every member of the struct is an argument. @throws InputError for one that is none, or of another type */
function byNames(path: string, fields: readonly WordField[], args: Readonly<Record<string, Arg>>): Encode {
  const taken = fields.map((field) => ({ name: field.name, take: takerOf(path, field, args[field.name]) }));
  return (given) => Object.fromEntries(taken.map(({ name, take }) => [name, take(given[name])])) as NamedWords;
}

/** What turns an argument into words as it stands. */
function takerOf(
  path: string,
  { name, type, scalar, length }: WordField,
  arg: Arg | undefined,
): (value: unknown) => unknown {
  const refuse = (why: string): never => {
    throw new InputError(path, `a function, since ${name}: ${type} ${why}`, found("nothing"));
  };
  if (!arg) return refuse("is no argument");
  const isWhole = arg.type !== "number" && (arg.type !== "list" || name === "key");
  if (arg.type === "list" ? arg.length !== length : length !== 1) return refuse(`is not the argument's ${nounOf(arg)}`);
  if (scalar !== "f32" && !isWhole) return refuse(`does not hold the argument's ${nounOf(arg)}`);
  const [low, high] = scalar === "u32" ? [0, 0xffffffff] : [-0x80000000, 0x7fffffff];
  if (scalar !== "f32" && (arg.type === "integer" || arg.type === "list")) {
    if (!(arg.min !== undefined && arg.min >= low && arg.max !== undefined && arg.max <= high))
      return refuse("does not hold every number that the argument's min and max allow");
  }
  if (arg.type === "choice") return (value) => arg.values!.indexOf(value as string);
  return arg.type === "boolean" ? Number : (value) => value;
}

const nounOf = ({ type, length }: Arg): string =>
  type === "list" ? `list of ${length ?? "any number of"} numbers` : type === "number" ? "numbers" : type;
