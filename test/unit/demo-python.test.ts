/** The policy page's "copy as Python": only where the peer has the same, and for every preset that names a peer. */
import { ops } from "mixwell";
import { expect, test } from "vitest";
import { fromHash, toHash } from "../../demo/policy-page/address.ts";
import { PRESETS, type PresetName } from "../../demo/policy-page/presets.ts";
import { pythonOf } from "../../demo/policy-page/python.ts";
import { fromPreset, newItem } from "../../demo/policy-page/state.ts";

test("presets of peers have their Python, our own have none", () => {
  const names = Object.keys(PRESETS) as PresetName[];
  const without = names.filter((name) => pythonOf(fromPreset(name)) === undefined);
  expect(without).toEqual(["standard", "pipeline", "recipe", "empty"]);
  expect(pythonOf(fromPreset("torchvision"))).toContain("v2.RandAugment(num_ops=2, magnitude=9)");
});

test("what was changed has no counterpart, nor has a mixer of ours", () => {
  const state = fromPreset("torchvision");
  expect(pythonOf({ ...state, mixer: "mixup" })).toBeUndefined();
  expect(pythonOf({ ...state, items: [...state.items, newItem(ops.invert(), false)] })).toBeUndefined();
});

test("an address brings every state back: preset, list, mixer, seed and place", () => {
  for (const name of Object.keys(PRESETS) as PresetName[]) {
    const state = fromPreset(name, { mixer: "both", seed: 7, epoch: 2, batch: 1 });
    const changed = { ...state, items: [...state.items, newItem(ops.solarize({ threshold: 99 }), false)] };
    for (const one of [state, changed]) expect(toHash(fromHash(toHash(one)))).toBe(toHash(one));
  }
});
