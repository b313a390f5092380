import { imageOps, type OpName } from "../ops/index.ts";
import type { Interpolation } from "../ops/op.ts";
import { tableOf } from "../tables/index.ts";
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

/** How the warps that a policy can draw read their input. Known where they come from magnitude tables; undefined, any way, where others are drawn. */
export function expectedReadings(policy: Policy): Interpolation[] | undefined {
  const readings = new Set<Interpolation>();
  let isKnown = true;
  const isWarp = (op: unknown) => typeof op === "string" && Object.hasOwn(imageOps, op) && imageOps[op as OpName].kind === "warp";
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { kind, op, table, interpolation } = value as Record<string, unknown>;
    const drawn = typeof kind === "string" ? (DRAWN_BY[kind] ?? []) : [];
    if (isWarp(op) && kind === "opAt") {
      const ways = interpolation ?? tableOf(table as string).interpolation;
      for (const way of [ways].flat()) readings.add(way as Interpolation);
    } else if (isWarp(op) || drawn.some(isWarp)) isKnown = false;
    Object.values(value).forEach(visit);
  };
  visit(policy);
  return isKnown ? [...readings] : undefined;
}
