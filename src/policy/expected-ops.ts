import { imageOps, type OpName } from "../ops/index.ts";
import type { Policy } from "./policy.ts";

/** Stages that draw ops which their options do not name. One that is forgotten here costs a second pipeline, nothing else. */
const DRAWN_BY: Record<string, readonly OpName[]> = {
  randomErasing: ["cutout", "erase"],
  randomCrop: ["crop"],
  randomResizedCrop: ["cropAndResize"],
  randomGridMask: ["gridMask"],
  resizemix: ["affine"],
  mosaic: ["crop"],
  cutblur: ["downscale"],
};

/** The image ops that a policy can draw, wherever its stages stand: what an engine's kernels are made for. */
export function expectedOps(policy: Policy): OpName[] {
  const ops = new Set<OpName>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { kind, op } = value as { kind?: unknown; op?: unknown };
    if (typeof kind === "string") for (const drawn of DRAWN_BY[kind] ?? []) ops.add(drawn);
    if (typeof op === "string" && Object.hasOwn(imageOps, op)) ops.add(op as OpName);
    Object.values(value).forEach(visit);
  };
  visit(policy);
  return [...ops];
}
