/** Calls of ops of the application's own, which the compiler knows by nothing but where they come from. */

/**
 * The name of an op that `defineOp` made. When the program runs it is a plain string; to the compiler no string is one,
 * so that what it knows of the calls of built-in ops by their names stays as it is.
 */
export declare enum OwnOpName {
  defined = "defined by defineOp",
}

/** A call of it: `vignette.opCall({ strength: 1 })`. In JSON it is `{ op: "vignette", strength: 1 }`. */
export interface OwnOpCall {
  op: OwnOpName;
  [argument: string]: unknown;
}
