/**
 * Boxes, points and maps as torchvision, Pillow, OpenCV and plain geometry have them: every case on the host, where what
 * belongs to pictures is moved. What is not built is left out by name.
 */
import { test } from "vitest";
import { loadOracleSet } from "./files.ts";
import { leaveOut, PATHS, recordSet } from "./report.ts";
import { setsOf, Tally } from "./sets.ts";
import { checkBoxes } from "./targets/boxes.ts";
import { checkFilters } from "./targets/filters.ts";
import { checkFormats, isPeersClip } from "./targets/formats.ts";
import { checkKeypoints } from "./targets/keypoints.ts";
import { checkMixedObjects } from "./targets/mix-objects.ts";
import { checkOutlines } from "./targets/outlines.ts";
import type { OpenSet, TargetCase, TargetManifest } from "./targets/sets.ts";

interface Runner {
  check(set: OpenSet, golden: TargetCase): string | undefined;
  /** Why a case is not run, if it is not. */
  leftOut?(golden: TargetCase): string | undefined;
}

const CLIPS = "torchvision's two ways to cut a turned box are not built; ours cuts its outline";

const RUNNERS: Readonly<Record<string, Runner>> = {
  "boxes-tv": { check: checkBoxes },
  "keypoints-tv": { check: checkKeypoints },
  "mix-objects": { check: checkMixedObjects },
  "formats-tv": { check: checkFormats, leftOut: (golden) => (isPeersClip(golden) ? CLIPS : undefined) },
  filters: { check: checkFilters },
  outlines: { check: checkOutlines },
};

const sets = await setsOf("targets");
if (sets.length === 0) test.skip("no set of this kind in the folder");

for (const { path, cases } of sets) {
  const set = path.slice(0, -".json".length);
  for (const where of PATHS.filter((one) => one === "reference")) {
    test(`${set}, ${where}`, async (context) => {
      const { manifest, view } = await loadOracleSet<TargetManifest>(set);
      const runner = RUNNERS[manifest.set];
      if (!runner) {
        leaveOut(context, set, cases, `nothing here runs ${manifest.set} yet`);
        return;
      }
      const open: OpenSet = { manifest, view: view as OpenSet["view"] };
      const tally = new Tally();
      const reasons = new Map<string, string[]>();
      for (const golden of manifest.cases) {
        const reason = runner.leftOut?.(golden);
        if (reason) reasons.set(reason, [...(reasons.get(reason) ?? []), golden.id]);
        else await tally.add(golden.id, () => runner.check(open, golden));
      }
      const skipped = [...reasons.values()].flat().length;
      const reason = [...reasons].map(([why, ids]) => `${why} (${ids.join(", ")})`).join("; ");
      const { passed, failed, failures } = tally;
      recordSet(context.task, { set, path: where, passed, failed, skipped, failures, ...(skipped > 0 && { reason }) });
    });
  }
}
