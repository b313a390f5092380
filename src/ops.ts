/**
 * `import * as ops from "mixwell/ops"`: what `ops` of `mixwell` is, for bundlers that keep all of a namespace which
 * another module hands on.
 */
export * from "./stages/ops.ts";
