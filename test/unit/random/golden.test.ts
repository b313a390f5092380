/**
 * Our own numbers, written down. They are right because the other tests of this folder say so; this one notices when
 * they change, because then every seed that anybody noted gives another plan. Regenerate with
 * `npx vitest run --project unit test/unit/random/golden.test.ts -u`, and say so in the changelog.
 */
import { expect, it } from "vitest";
import { beta } from "../../../src/random/beta.ts";
import { makeBijection } from "../../../src/random/bijection.ts";
import { foldIn, hashName, keyFromSeed } from "../../../src/random/key.ts";
import { derangement, matching, permutation } from "../../../src/random/permutation.ts";
import { uniform01, uniformInt, uniformOpen01 } from "../../../src/random/uniform.ts";

const key = foldIn(foldIn(keyFromSeed(42), 3), hashName("mixup"));
const ids = [0, 1, 2, 0xffffffff];

it("the key of seed 42, epoch 3, stream mixup", () => {
  expect(key).toMatchInlineSnapshot(`
    {
      "k0": 760488838,
      "k1": 3287486764,
    }
  `);
});

it("uniforms", () => {
  expect(ids.map((id) => uniform01(key, id, 1))).toMatchInlineSnapshot(`
    [
      0.6120827198028564,
      0.7114892601966858,
      0.7510421872138977,
      0.18943840265274048,
    ]
  `);
  expect(ids.map((id) => uniformOpen01(key, id, 1))).toMatchInlineSnapshot(`
    [
      0.6120827444176852,
      0.7114892820132904,
      0.7510422236179327,
      0.18943843783914416,
    ]
  `);
  expect(ids.map((id) => uniformInt(key, id, 1, 224))).toMatchInlineSnapshot(`
    [
      169,
      189,
      92,
      55,
    ]
  `);
  expect(ids.map((id) => uniformInt(key, id, 1, 2 ** 31 + 1))).toMatchInlineSnapshot(`
    [
      243178007,
      1363486970,
      1521019798,
      813631895,
    ]
  `);
});

it("betas", () => {
  expect(ids.map((id) => beta(key, id, 0.01, 0.01))).toMatchInlineSnapshot(`
    [
      0,
      1.8349841189653385e-16,
      0,
      1,
    ]
  `);
  expect(ids.map((id) => beta(key, id, 0.2, 0.2))).toMatchInlineSnapshot(`
    [
      0.002289813244715333,
      0.14043082296848297,
      0.0000241361867665546,
      0.9546499848365784,
    ]
  `);
  expect(ids.map((id) => beta(key, id, 1, 1))).toMatchInlineSnapshot(`
    [
      0.18153871595859528,
      0.4952274262905121,
      0.08957775682210922,
      0.34843477606773376,
    ]
  `);
  expect(ids.map((id) => beta(key, id, 0.2, 5))).toMatchInlineSnapshot(`
    [
      0.0005659799790009856,
      7.136813451324997e-7,
      0.04571995884180069,
      0.0020415587350726128,
    ]
  `);
  expect(ids.map((id) => beta(key, id, 8, 8))).toMatchInlineSnapshot(`
    [
      0.5135399103164673,
      0.5711122751235962,
      0.4188935458660126,
      0.4472142457962036,
    ]
  `);
});

it("arrangements", () => {
  expect(permutation(key, 9).join(" ")).toMatchInlineSnapshot(`"6 0 5 7 4 2 3 1 8"`);
  expect(derangement(key, 9).join(" ")).toMatchInlineSnapshot(`"5 3 8 7 6 0 1 2 4"`);
  expect(matching(key, 9).join(" ")).toMatchInlineSnapshot(`"6 3 4 1 2 7 0 5 8"`);
  expect([0, 1, 2, 59_999].map(makeBijection(key, 60_000).at)).toMatchInlineSnapshot(`
    [
      30048,
      49177,
      5922,
      55649,
    ]
  `);
  expect([0, 1, 2, 0xfffffffe].map(makeBijection(key, 0xffffffff).at)).toMatchInlineSnapshot(`
    [
      2535623937,
      1625783638,
      100369913,
      2778191808,
    ]
  `);
});
