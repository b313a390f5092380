/**
 * Boxes, points and maps as torchvision, Pillow, OpenCV and plain geometry have them: every case on the host, where
 * what belongs to pictures is moved, and maps on the GPU too. What is not built is left out by name.
 */
import { test } from "vitest";
import { loadOracleSet, readOracleJson } from "./files.ts";
import { PATHS, recordSet } from "./report.ts";
import { setsOf, Tally } from "./sets.ts";
import { checkBoxes } from "./targets/boxes.ts";
import { checkLaw, type LawTable } from "./targets/elastic-law.ts";
import { checkPixels, checkPlaces, hasPixels } from "./targets/fields.ts";
import { checkFilters } from "./targets/filters.ts";
import { checkFormats, isPeersClip } from "./targets/formats.ts";
import { checkKeypoints } from "./targets/keypoints.ts";
import { apart, checkDominant, checkMap, checkSoft, checkSoftOnGpu } from "./targets/maps.ts";
import { checkMixedObjects } from "./targets/mix-objects.ts";
import { checkOutlines } from "./targets/outlines.ts";
import { onGpu, onReference } from "./targets/run.ts";
import type { OpenSet, TargetCase, TargetManifest } from "./targets/sets.ts";

type Check = (set: OpenSet, golden: TargetCase) => string | undefined | Promise<string | undefined>;

interface Runner {
  /** What is looked at in each case. */
  checks: Check[];
  /** Which cases make pixels, where not all do. */
  takes?(golden: TargetCase): boolean;
  /** Once all were run: where our rule is another, and what follows. */
  note?(): string | undefined;
  /** Why a check is not run, if it is not. */
  leftOut?(set: OpenSet, golden: TargetCase, check: Check): string | undefined;
}

const CLIPS = "torchvision's two ways to cut a turned box are not built; ours cuts its outline";

const pixelsOnHost = checkPixels(onReference);
const checkField: Check = (set, golden) => (hasPixels(golden) ? pixelsOnHost : checkPlaces)(set, golden);
const mapOnHost = checkMap(onReference);
const dominantOnHost = checkDominant(onReference);

function noteOfWeights(): string | undefined {
  if (apart.size === 0) return undefined;
  const most = Math.max(...apart.values());
  const rule = "a byte b of a mask is (b + (b ≥ 128)) / 256 of a pixel, as in pictures, and not b / 255";
  return `${rule}: at most ${most.toFixed(5)} apart in ${apart.size} cases (${[...apart.keys()].join(", ")})`;
}

const ON_HOST: Readonly<Record<string, Runner>> = {
  "boxes-tv": { checks: [checkBoxes] },
  "keypoints-tv": { checks: [checkKeypoints] },
  "mix-objects": { checks: [checkMixedObjects] },
  "formats-tv": { checks: [checkFormats], leftOut: (_, golden) => (isPeersClip(golden) ? CLIPS : undefined) },
  filters: { checks: [checkFilters] },
  outlines: { checks: [checkOutlines] },
  fields: { checks: [checkField] },
  maps: { checks: [mapOnHost] },
  "soft-maps": { checks: [dominantOnHost, checkSoft], note: noteOfWeights },
};

/** Where pixels are made. */
const ON_GPU: Readonly<Record<string, Runner>> = {
  fields: { checks: [checkPixels(onGpu)], takes: hasPixels },
  maps: { checks: [checkMap(onGpu)] },
  "soft-maps": { checks: [checkDominant(onGpu), checkSoftOnGpu] },
};

const sets = await setsOf("targets");
if (sets.length === 0) test.skip("no set of this kind in the folder");

for (const { path, name } of sets) {
  const set = path.slice(0, -".json".length);
  for (const where of PATHS) {
    const runner = (where === "gpu" ? ON_GPU : ON_HOST)[name];
    if (!runner) continue;
    test(`${set}, ${where}`, async (context) => {
      const { manifest, view } = await loadOracleSet<TargetManifest>(set);
      const open: OpenSet = { manifest, view: view as OpenSet["view"] };
      const tally = new Tally();
      const reasons = new Map<string, string[]>();
      for (const golden of manifest.cases.filter((golden) => runner.takes?.(golden) ?? true)) {
        for (const check of runner.checks) {
          const reason = runner.leftOut?.(open, golden, check);
          if (reason) reasons.set(reason, [...(reasons.get(reason) ?? []), golden.id]);
          else await tally.add(golden.id, () => check(open, golden));
        }
      }
      const skipped = [...reasons.values()].flat().length;
      const reason = [...reasons].map(([why, ids]) => `${why} (${ids.join(", ")})`).join("; ");
      const { passed, failed, failures } = tally;
      const note = runner.note?.();
      const record = { set, path: where, passed, failed, skipped, failures, note, ...(skipped > 0 && { reason }) };
      recordSet(context.task, record);
    });
  }
}

// A law is of positions: the host's.
for (const { path } of PATHS.includes("reference") ? await setsOf("law") : []) {
  const set = path.slice(0, -".json".length);
  test(`${set}, reference`, async ({ task }) => {
    const { law } = await readOracleJson<LawTable>(path);
    const tally = new Tally();
    for (const [row] of law.rows.entries()) await tally.add(`row ${row}`, () => checkLaw(law, row));
    const { passed, failed, failures } = tally;
    recordSet(task, { set, path: "reference", passed, failed, skipped: 0, failures });
  });
}
