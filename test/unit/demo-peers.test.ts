/** The Mixing page's peers: their settings are those of the presets, and their Python says the same. */
import { type Policy, presets } from "mixwell";
import { expect, test } from "vitest";
import { policyOf } from "../../demo/policy.ts";
import { DEFAULTS, fromHash, toHash } from "../../demo/settings.ts";
import { asPeer, PEERS, peerNameOf, pythonOf } from "../../demo/studio/peers.ts";

/** What is the default, or the same without saying so. */
const plain = (policy: Policy) =>
  JSON.parse(
    JSON.stringify(policy, (key, value) => {
      const isUsual = key === "granularity" ? value === "sample" : key === "prob" && value === 1;
      return isUsual ||
        (key === "box" && value === "timm") ||
        (key === "lambda" && value === "exact") ||
        key === "weights"
        ? undefined
        : value;
    }),
  );

test("settings of peers are their presets'", () => {
  const timm = presets.timmMixup({ mixupAlpha: 0.8, cutmixAlpha: 1 });
  const own = policyOf(asPeer(DEFAULTS, "timm")) as { mixers: unknown[] };
  const byKind = (policy: unknown) => (policy as { mixers: { kind: string }[] }).mixers.map(({ kind }) => kind).sort();
  expect(byKind(own)).toEqual(byKind(timm.policy));
  expect({ ...plain(own as Policy), mixers: 0 }).toEqual({ ...plain(timm.policy), mixers: 0 });
  expect(PEERS.timm!.settings.smoothing).toBe(timm.labels!.smoothing);
  const torchvision = asPeer(DEFAULTS, "torchvision");
  expect(plain(policyOf({ ...torchvision, mixer: "mixup" }))).toEqual(plain(presets.torchvisionMixUp().policy));
  expect(plain(policyOf({ ...torchvision, mixer: "cutmix" }))).toEqual(plain(presets.torchvisionCutMix().policy));
  expect(plain(policyOf(asPeer(DEFAULTS, "keras")))).toEqual(plain(presets.keras3MixUp().policy));
  expect(plain(policyOf(asPeer(DEFAULTS, "kerasIo")))).toEqual(plain(presets.kerasIoMixUp().policy));
});

test("the page knows a peer's settings again, and nobody's", () => {
  for (const name of Object.keys(PEERS)) expect(peerNameOf(asPeer({ ...DEFAULTS, seed: 9 }, name))).toBe(name);
  expect(peerNameOf({ ...DEFAULTS, mixupAlpha: 3 })).toBeUndefined();
  // An alpha that is not in use makes no difference.
  expect(peerNameOf({ ...asPeer(DEFAULTS, "keras"), cutmixAlpha: 4 })).toBe("keras");
});

test("Python is there where a peer does the same, and nowhere else", () => {
  const of = (settings: Partial<typeof DEFAULTS>) => pythonOf({ ...DEFAULTS, ...settings }, 7);
  expect(of({})).toBeUndefined();
  expect(of(asPeer(DEFAULTS, "timm"))).toContain(
    'Mixup(\n    mixup_alpha=0.8,\n    cutmix_alpha=1.0,\n    prob=1,\n    mode="batch",\n    label_smoothing=0.1,\n    num_classes=7,\n)',
  );
  expect(of({ pairing: "reverse", granularity: "half" })).toContain("FastCollateMixup");
  // timm smooths rows that are not mixed; the page does not.
  expect(of({ pairing: "reverse", prob: 0.5, smoothing: 0.1 })).toBeUndefined();
  expect(of({ pairing: "roll", granularity: "batch", mixer: "cutmix" })).toContain(
    "v2.CutMix(alpha=1.0, num_classes=7)",
  );
  expect(of({ pairing: "roll", granularity: "batch", smoothing: 0.1 })).toBeUndefined();
  expect(of({ pairing: "permutation", mixer: "mixup" })).toContain("keras.layers.MixUp(alpha=0.8)");
  expect(of({ pairing: "permutation" })).toBeUndefined();
});

test("an address brings the chosen picture back", () => {
  const settings = { ...DEFAULTS, seed: 5, picture: 3 };
  expect(fromHash(toHash(settings))).toEqual(settings);
  expect(fromHash("#picture=17").picture).toBe(0);
});
