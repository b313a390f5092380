/**
 * COCO's run lengths of a mask (https://github.com/cocodataset/cocoapi, maskApi.c) as outlines. The runs go down the
 * columns, of pixels outside first.
 */

/** Run lengths as numbers, or packed into a text: six bits a character, five of them of the number. */
export function runsOf(counts: string | readonly number[]): number[] {
  if (typeof counts !== "string") return [...counts];
  const runs: number[] = [];
  for (let at = 0; at < counts.length; ) {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const bits = counts.charCodeAt(at++) - 48;
      value |= (bits & 31) << shift;
      if (bits & 32) continue;
      if (bits & 16) value |= -1 << (shift + 5);
      break;
    }
    // From the third on they are the difference to the one before the last.
    runs.push(runs.length > 2 ? value + runs.at(-2)! : value);
  }
  return runs;
}

/** Mask pixels, column by column; undefined where the runs are not of so many pixels. */
function pixelsOf(runs: readonly number[], height: number, width: number): Uint8Array | undefined {
  const pixels = new Uint8Array(height * width);
  let at = 0;
  for (const [i, run] of runs.entries()) {
    if (!(Number.isInteger(run) && run >= 0 && at + run <= pixels.length)) return undefined;
    if (i % 2 === 1) pixels.fill(1, at, at + run);
    at += run;
  }
  return at === pixels.length ? pixels : undefined;
}

/**
 * Outlines along the pixels' edges, a ring for each part that hangs together by its sides. Holes are filled. Undefined
 * where the runs are not of a picture of that size.
 */
export function ringsOfRuns(runs: readonly number[], height: number, width: number): number[][] | undefined {
  const pixels = pixelsOf(runs, height, width);
  if (!pixels) return undefined;
  const at = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && pixels[x * height + y] === 1;
  const stride = width + 1;
  // From each corner where edges lead, clockwise around what is inside: at most two, where two pixels touch.
  const edges = new Map<number, number[]>();
  const add = (from: number, to: number) => void edges.set(from, [...(edges.get(from) ?? []), to]);
  for (let x = 0; x < width; x++)
    for (let y = 0; y < height; y++) {
      if (!at(x, y)) continue;
      const corner = y * stride + x;
      if (!at(x, y - 1)) add(corner, corner + 1);
      if (!at(x + 1, y)) add(corner + 1, corner + 1 + stride);
      if (!at(x, y + 1)) add(corner + 1 + stride, corner + stride);
      if (!at(x - 1, y)) add(corner + stride, corner);
    }
  const rings: number[][] = [];
  for (const start of edges.keys())
    while (edges.get(start)!.length > 0) {
      const ring = walk(edges, start, stride);
      if (areaOf(ring) > 0) rings.push(ring);
    }
  return rings;
}

/** One way around, its corners only. Where two ways lead on, the one that keeps to the same pixel: to the right. */
function walk(edges: Map<number, number[]>, start: number, stride: number): number[] {
  const places = [start];
  for (let place = start, step = 0; ; ) {
    const ways = edges.get(place)!;
    const right = step === 0 ? undefined : ways.indexOf(place + turnedRight(step, stride));
    const [next] = ways.splice(right !== undefined && right >= 0 ? right : 0, 1);
    step = next! - place;
    place = next!;
    if (place === start) break;
    places.push(place);
  }
  const isStraight = (i: number) => {
    const before = places.at(i - 1)!;
    const after = places[(i + 1) % places.length]!;
    return places[i]! - before === after - places[i]!;
  };
  return places.filter((_, i) => !isStraight(i)).flatMap((place) => [place % stride, Math.floor(place / stride)]);
}

/** Right, down, left, up, each turned by a quarter. */
const turnedRight = (step: number, stride: number): number =>
  step === 1 ? stride : step === stride ? -1 : step === -1 ? -stride : 1;

/** Above 0 for what goes clockwise, y downwards; holes go the other way. */
function areaOf(ring: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    sum += ring[i]! * ring[j + 1]! - ring[j]! * ring[i + 1]!;
  }
  return sum / 2;
}
