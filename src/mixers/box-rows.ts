import type { BareRow } from "./mixer.ts";

/** A CutMix row whose label is counted. */
export function boxRow(bbox: [number, number, number, number], height: number, width: number): BareRow {
  const area = (bbox[2] - bbox[0]) * (bbox[3] - bbox[1]);
  return { mixer: "cutmix", own: 0, partner: 0, bbox, lambda: Math.fround(1 - area / (height * width)) };
}

/** `side` pixels about an integer centre, clipped to the picture: an odd side has its middle at the centre. */
export function clippedSpan(length: number, side: number, centre: number): [start: number, end: number] {
  const start = centre - Math.floor(side / 2);
  return [Math.max(0, start), Math.min(length, start + side)];
}
