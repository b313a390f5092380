import { kerascvAugMix, kerascvAugMixQuirks } from "./aug-mix.ts";
import { dali, daliWide } from "./dali.ts";
import { keras3, keras3Quirks } from "./keras3.ts";
import { kerascv } from "./kerascv.ts";
import { own } from "./own.ts";
import type { MagnitudeTable } from "./table.ts";
import { timm } from "./timm.ts";
import { torchvision, torchvisionAugMix, torchvisionAutoAugment, torchvisionWide } from "./torchvision.ts";

/** The peers' magnitude tables by their names. */
export const magnitudeTables = {
  kerascv,
  keras3,
  keras3Quirks,
  torchvision,
  torchvisionAutoAugment,
  torchvisionWide,
  torchvisionAugMix,
  kerascvAugMix,
  kerascvAugMixQuirks,
  timm,
  dali,
  daliWide,
} as const satisfies Record<string, MagnitudeTable>;

/** A peer's table, or `own`: the application's own ops. */
export type TableName = keyof typeof magnitudeTables | "own";

/** Every name. */
export const tableNames = (): string[] => [...Object.keys(magnitudeTables), "own"];

/** A table by name, as the interface. */
export const tableOf = (name: string): MagnitudeTable =>
  name === "own" ? own : (magnitudeTables as Record<string, MagnitudeTable>)[name]!;

/** Bins of a table, unless a policy says otherwise; 0 where magnitudes are no bins. */
export const binsOf = (table: MagnitudeTable, bins?: number): number =>
  table.unit === "bin" ? (bins ?? table.bins ?? 31) : 0;

/** The largest magnitude. */
export const largestOf = (table: MagnitudeTable, bins?: number): number =>
  table.unit === "bin" ? binsOf(table, bins) - 1 : (table.max ?? 1);
