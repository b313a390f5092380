import { PolicyError } from "./errors.ts";

/**
 * How the options of a function's parts are called by the function itself: by path (`mixup.alpha`) or by option
 * (`alpha`).
 */
export interface PartNames {
  /**
   * Options that are handed on as they are. `{ augmentationsPerImage: "layers" }`: what the part calls so is the
   * function's `layers`.
   */
  renamed?: Readonly<Record<string, string>>;
  /**
   * Options that a part's is computed from; the name "" stands for the function as a whole, and the path "" for
   * whatever is not listed.
   */
  made?: Readonly<Record<string, string>>;
}

/**
 * Runs a function that is made of other constructors, and has its errors name it and its options instead of a part that
 * the caller never wrote: `randomErasing.sides: …` becomes `randomCutout.sides: …`.
 */
export function underName<T>(name: string, make: () => T, names: PartNames = {}): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof PolicyError && !leads(name, error.path) ? renamed(error, name, names) : error;
  }
}

function renamed(
  { path, expected, found }: PolicyError,
  name: string,
  { renamed = {}, made = {} }: PartNames,
): PolicyError {
  // The path within the part: `sides.height` of `randomErasing.sides.height`.
  const within = path.replace(/^\w+\.?/, "");
  const known = lookUp(renamed, path, within);
  if (known) return new PolicyError(joined(name, known.option + known.rest), expected, found);
  const source = lookUp(made, path, within)?.option ?? made[""];
  // A part that is made of parts itself has said it already.
  const told = expected.startsWith("what makes ") ? expected : `what makes ${path} ${expected}`;
  if (source !== undefined) return new PolicyError(joined(name, source), told, found);
  return new PolicyError(joined(name, within), expected, found);
}

/** The longest path of a table that leads to `path` or `within`, what it is called, and where in it. */
function lookUp(
  table: Readonly<Record<string, string>>,
  path: string,
  within: string,
): { option: string; rest: string } | undefined {
  const keys = Object.keys(table).sort((a, b) => b.length - a.length);
  for (const key of keys) {
    const whole = [path, within].find((one) => key !== "" && leads(key, one));
    if (whole !== undefined) return { option: table[key]!, rest: whole.slice(key.length) };
  }
  return undefined;
}

/** Whether `path` is `start` or goes on from it. */
const leads = (start: string, path: string): boolean =>
  path === start || path.startsWith(`${start}.`) || path.startsWith(`${start}[`);

const joined = (name: string, rest: string): string =>
  rest === "" || rest.startsWith("[") ? name + rest : `${name}.${rest}`;

// biome-ignore lint/suspicious/noExplicitAny: of whatever arguments
type Call = (...given: any[]) => unknown;

/** Functions that are made of other constructors, each under its own name. */
export function allUnderNames<Calls extends Record<string, Call>>(
  calls: Calls,
  names: { readonly [Name in keyof Calls]?: PartNames },
): Calls {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      (...given: unknown[]) => underName(name, () => call(...given), names[name]),
    ]),
  ) as Calls;
}
