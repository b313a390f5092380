import { PolicyError } from "../check/errors.ts";
import type { checkCall } from "./check-call.ts";
import { knownOps } from "./registry.ts";
import type { sizeAfterCalls } from "./size.ts";

/** How the calls in a plan are checked and measured. It comes with the ops, from the constructors that bring them. */
export interface OpChecks {
  checkCall: typeof checkCall;
  sizeAfterCalls: typeof sizeAfterCalls;
}

/** As long as there is no op, a call names one that is not here. */
const WITHOUT_OPS: OpChecks = {
  checkCall(call, path) {
    throw new PolicyError(`${path}.op`, `the name of an image op${knownOps.hint}`, Object(call).op);
  },
  sizeAfterCalls: (_calls, size) => size,
};

let here = WITHOUT_OPS;

export const opChecks = (): OpChecks => here;

export function useOpChecks(checks: OpChecks): void {
  here = checks;
}
