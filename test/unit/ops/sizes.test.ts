/**
 * Ops whose result's size follows from the picture's: by the peers' own numbers, and against the ops they stand for.
 */
import { describe, expect, test } from "vitest";
import { checkCall } from "../../../src/ops/check-call.ts";
import type { AnyCall, MatrixOp } from "../../../src/ops/op.ts";
import { sizeAfterCalls } from "../../../src/ops/size.ts";
import { centerCropOp } from "../../../src/ops/warp/center-crop.ts";
import * as ops from "../../../src/stages/ops.ts";
import peers from "../../fixtures/sizes/peers.json" with { type: "json" };
import { applyCalls, noisePicture } from "../../pictures.ts";

const sizeOf = ([height, width]: number[]) => ({ height: height!, width: width! });
const sizeAfter = (call: AnyCall, picture: number[]) => {
  const { height, width } = sizeAfterCalls([call], sizeOf(picture), "ops");
  return [height, width];
};

describe("sizes that keep the ratio", () => {
  interface Case {
    picture: number[];
    shortest?: number;
    longest?: number;
    torchvision?: number[];
    pillow?: number[];
  }
  const cases = peers.ratio as Case[];

  test("are torchvision's, and for peer pillow Pillow's", () => {
    const compared = { torchvision: 0, pillow: 0 };
    for (const { picture, shortest, longest, ...wanted } of cases) {
      for (const peer of ["torchvision", "pillow"] as const) {
        // Ours end at 16384 pixels.
        if (!wanted[peer] || Math.max(...wanted[peer]) > 16_384) continue;
        const call = { op: "resize", shortest, longest, peer };
        expect(sizeAfter(call, picture), JSON.stringify({ picture, ...call })).toEqual(wanted[peer]);
        compared[peer]++;
      }
    }
    expect(compared.torchvision).toBeGreaterThan(200);
    expect(compared.pillow).toBeGreaterThan(130);
    // The two differ, so that taking one for the other is noticed.
    expect(
      cases.filter(({ torchvision, pillow }) => torchvision && pillow && `${torchvision}` !== `${pillow}`),
    ).not.toEqual([]);
  });

  test("have sides of 1 to 16384, whatever the picture", () => {
    expect(sizeAfter({ op: "resize", longest: 7 }, [3, 1000])).toEqual([1, 7]);
    expect(sizeAfter({ op: "resize", shortest: 224 }, [60_000, 2])).toEqual([16_384, 1]);
    expect(sizeAfter({ op: "resize", shortest: 16_384 }, [10, 20])).toEqual([8192, 16_384]);
  });

  test("stretch as `height` and `width` of that size do", () => {
    const picture = noisePicture({ height: 11, width: 17, channels: 3 });
    for (const peer of ["torchvision", "pillow", "kerascv"]) {
      const byRatio = applyCalls(picture, [{ op: "resize", shortest: 7, peer }], "u8");
      const { height, width } = byRatio;
      expect(byRatio.values).toEqual(applyCalls(picture, [{ op: "resize", height, width, peer }], "u8").values);
    }
  });

  test.each([
    [
      {},
      "resize.height: expected an integer 1 to 16384 (pixels), with the other side; or shortest, or longest, found undefined",
    ],
    [
      { height: 4 },
      "resize.width: expected an integer 1 to 16384 (pixels), with the other side; or shortest, or longest, found undefined",
    ],
    [{ height: 4, shortest: 4 }, "resize.height: expected nothing beside shortest or longest, found 4"],
    [{ width: 4, longest: 4 }, "resize.width: expected nothing beside shortest or longest, found 4"],
    [
      { shortest: 4, fit: "cover" },
      'resize.fit: expected nothing beside shortest or longest, which keep the ratio, found "cover"',
    ],
    [{ shortest: 8, longest: 4 }, "resize.longest: expected at least 8, as shortest, found 4"],
    [{ shortest: 0 }, "resize.shortest: expected an integer 1 to 16384 (pixels), found 0"],
    [{ longest: 20_000 }, "resize.longest: expected an integer 1 to 16384 (pixels), found 20000"],
  ])("%j is refused, as a stage and as a call", (args, message) => {
    expect(() => ops.resize(args as never)).toThrow(message);
    expect(() => checkCall({ op: "resize", ...args }, "resize")).toThrow(message.replace("found undefined", "found"));
  });
});

describe("centerCrop", () => {
  test("begins where torchvision's does", () => {
    for (const { picture, crop, start } of peers.center) {
      const [height, width] = crop as [number, number];
      const { args } = checkCall({ op: "centerCrop", height, width }, "centerCrop");
      const { matrix, size } = (centerCropOp as MatrixOp).warp(args, sizeOf(picture));
      expect([matrix[5], matrix[2]], JSON.stringify({ picture, crop })).toEqual(start);
      expect(size).toEqual({ height, width });
    }
  });

  test("takes the lower half of an odd rest away for the other peers", () => {
    const picture = noisePicture({ height: 7, width: 9, channels: 3 });
    const cropped = applyCalls(picture, [{ op: "centerCrop", height: 4, width: 4, peer: "kerascv" }], "u8");
    expect(cropped.values).toEqual(
      applyCalls(picture, [{ op: "crop", top: 1, left: 2, height: 4, width: 4 }], "u8").values,
    );
  });

  test("pads what is smaller, in every mode", () => {
    const picture = noisePicture({ height: 4, width: 9, channels: 3 });
    for (const edge of ["constant", "reflect", "edge"]) {
      const reading = { edge, ...(edge === "constant" && { fill: [9] }) };
      const cropped = applyCalls(picture, [{ op: "centerCrop", height: 7, width: 5, ...reading }], "u8");
      const padded = applyCalls(picture, [{ op: "crop", top: -1, left: 2, height: 7, width: 5, ...reading }], "u8");
      expect(cropped.values).toEqual(padded.values);
    }
  });
});

describe("padIfNeeded", () => {
  const picture = noisePicture({ height: 5, width: 12, channels: 3 });

  test.each([
    ["center", -1, -2],
    ["topLeft", 0, 0],
    ["topRight", 0, -4],
    ["bottomLeft", -3, 0],
    ["bottomRight", -3, -4],
  ])("%s", (position, top, left) => {
    const padded = applyCalls(picture, [{ op: "padIfNeeded", minHeight: 8, minWidth: 16, position, fill: [7] }], "u8");
    const wanted = applyCalls(picture, [{ op: "crop", top, left, height: 8, width: 16, fill: [7] }], "u8");
    expect(padded).toEqual(wanted);
  });

  test("leaves a side that is long enough", () => {
    const padded = applyCalls(picture, [{ op: "padIfNeeded", minHeight: 8, minWidth: 3 }], "u8");
    expect([padded.height, padded.width]).toEqual([8, 12]);
    expect(applyCalls(picture, [{ op: "padIfNeeded", minHeight: 2, minWidth: 3 }], "u8")).toEqual(picture);
  });

  test("makes the letterbox that `contain` makes", () => {
    const tall = noisePicture({ height: 30, width: 19, channels: 3 });
    const steps = [
      { op: "resize", longest: 16, peer: "pillow" },
      { op: "padIfNeeded", minHeight: 16, minWidth: 16, fill: [114] },
    ];
    const contained = [{ op: "resize", height: 16, width: 16, fit: "contain", fill: [114], peer: "pillow" }];
    const [padded, whole] = [applyCalls(tall, steps, "u8"), applyCalls(tall, contained, "u8")];
    // An average's weights are counted in parts of the whole result's pixels: they may round a level to its neighbour.
    const most = Math.max(...padded.values.map((value, i) => Math.abs(value - whole.values[i]!)));
    expect(most).toBeLessThanOrEqual(1);
    expect([padded.height, padded.width]).toEqual([whole.height, whole.width]);
  });
});
