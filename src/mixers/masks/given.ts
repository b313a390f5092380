import type { Size } from "../../format/format.ts";
import type { GivenMask } from "../../plan/plan.ts";
import { MAX_SIDE } from "./check.ts";
import { checkInteger, type MaskForm } from "./known.ts";

/** A given mask, stretched to the picture. */
function givenPlane(mask: GivenMask, { height, width }: Size): Uint8Array {
  const given = decodeWeights(mask.weights);
  if (mask.height === height && mask.width === width) return given;
  const nearest = (i: number, from: number, to: number) => Math.floor(((2 * i + 1) * from) / (2 * to));
  const columns = Uint32Array.from({ length: width }, (_, x) => nearest(x, mask.width, width));
  const bytes = new Uint8Array(height * width);
  for (let y = 0, i = 0; y < height; y++) {
    const line = nearest(y, mask.height, height) * mask.width;
    for (let x = 0; x < width; x++) bytes[i++] = given[line + columns[x]!]!;
  }
  return bytes;
}

/** The bytes of base64, or none where it is something else. */
function decodeWeights(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** Its fields, their checks and its plane. */
export const givenMaskForm: MaskForm<GivenMask> = {
  fields: ["shape", "height", "width", "weights"],
  check({ height, width, weights }, path, refuse) {
    checkInteger(height, `${path}.height`, 1, MAX_SIDE, refuse);
    checkInteger(width, `${path}.width`, 1, MAX_SIDE, refuse);
    if (typeof weights !== "string") refuse(`${path}.weights`, "bytes in base64", weights);
    const { length } = decodeWeights(weights as string);
    const wanted = (height as number) * (width as number);
    if (length !== wanted) refuse(`${path}.weights`, `${wanted} bytes in base64, one a pixel`, `${length} bytes`);
  },
  plane: givenPlane,
};
