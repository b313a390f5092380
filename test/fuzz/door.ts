/** A public function, and a call of it that works. */

export interface Door {
  /** As a user writes it: `presets.timmMixup`, `Dataset.fromArrays`, `epochOrder().batch`. */
  name: string;
  call(...args: never[]): unknown;
  /** Arguments that work, made anew for every call. */
  args(): unknown[];
  /** Keys whose objects have no keys of their own: a caller's fields, weights by name. */
  open: readonly string[];
}

/**
 * A door by its name, and then its arguments: all of them, those that can be left out too, as each is a place for a
 * wrong one. In two calls, so that the arguments are held to the function's types.
 */
export function door<F extends (...args: never[]) => unknown>(name: string, call: F, open: readonly string[] = []) {
  return (args: () => Required<Parameters<F>>): Door => ({ name, call, args, open: ["fields", ...open] });
}
