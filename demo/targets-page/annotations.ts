/** What is to be seen on the seven photographs, drawn by hand: outlines by class, and the points of faces. */

/** Side of the photographs in pixels. */
export const SIDE = 256;

/** Classes of the maps and of the boxes, and the colours that they are shown in. 0 is what nobody outlined. */
export const CLASSES: readonly { name: string; colour: string }[] = [
  { name: "background", colour: "#000000" },
  { name: "person", colour: "#3b82f6" },
  { name: "helmet", colour: "#14b8a6" },
  { name: "shuttle", colour: "#f59e0b" },
  { name: "cat", colour: "#a855f7" },
  { name: "cup", colour: "#06b6d4" },
  { name: "saucer", colour: "#84cc16" },
  { name: "spoon", colour: "#ec4899" },
  { name: "galaxy", colour: "#eab308" },
  { name: "raccoon", colour: "#22c55e" },
  { name: "retina", colour: "#8b5cf6" },
  { name: "optic disc", colour: "#38bdf8" },
  { name: "rocket", colour: "#f43f5e" },
  { name: "tower", colour: "#fb923c" },
];

/** Points a face has. Those of the left and the right eye change places in a mirror. */
export const POINTS = ["eye on the left", "eye on the right", "nose"];

export interface Annotated {
  className: string;
  /** x and y of one vertex after the other. */
  outline: readonly number[];
  /** x and y of the points, of a face. */
  face?: readonly number[];
}

function ellipse(x: number, y: number, across: number, down: number): number[] {
  const corner = (i: number) => (2 * Math.PI * i) / 24;
  return Array.from({ length: 24 }, (_, i) => [
    x + across * Math.cos(corner(i)),
    y + down * Math.sin(corner(i)),
  ]).flat();
}

const galaxies: [number, number, number][] = [
  [194, 139, 9],
  [18, 118, 9],
  [67, 32, 8],
  [105, 213, 8],
  [203, 170, 8],
  [208, 217, 8],
  [114, 46, 9],
];

/** By photograph, what lies behind before what lies in front. */
export const ANNOTATIONS: Readonly<Record<string, readonly Annotated[]>> = {
  astronaut: [
    { className: "shuttle", outline: [206, 0, 218, 7, 227, 41, 230, 141, 180, 141, 185, 96, 196, 14] },
    {
      className: "person",
      outline: [
        ...[113, 8, 137, 15, 151, 34, 150, 54, 141, 66, 134, 92, 152, 106, 152, 128, 172, 140, 181, 158, 182, 172],
        ...[158, 185, 141, 206, 143, 255, 21, 255, 16, 220, 12, 185, 31, 130, 62, 118, 60, 100, 68, 84, 92, 78],
        ...[80, 52, 78, 32, 92, 14],
      ],
      face: [97, 50, 115, 50, 107, 61],
    },
    {
      className: "helmet",
      outline: [141, 206, 161, 180, 199, 173, 230, 185, 248, 213, 254, 240, 252, 255, 146, 255, 140, 230],
    },
  ],
  chelsea: [
    {
      className: "cat",
      outline: [0, 0, 178, 0, 214, 36, 234, 78, 240, 132, 222, 172, 196, 212, 168, 240, 128, 238, 70, 226, 0, 196],
      face: [85, 96, 207, 115, 161, 206],
    },
  ],
  coffee: [
    { className: "saucer", outline: ellipse(122, 152, 120, 94) },
    {
      className: "cup",
      outline: [
        ...[46, 62, 53, 38, 75, 19, 108, 11, 140, 12, 172, 25, 192, 50, 195, 74, 188, 106, 182, 140, 160, 158],
        ...[122, 164, 100, 158, 88, 190, 70, 196, 62, 184, 68, 156, 74, 144, 56, 112],
      ],
    },
    { className: "spoon", outline: ellipse(169, 182, 26, 27) },
  ],
  hubble: galaxies.map(([x, y, radius]) => ({ className: "galaxy", outline: ellipse(x, y, radius, radius) })),
  raccoon: [
    {
      className: "raccoon",
      outline: [
        ...[0, 0, 100, 0, 106, 22, 116, 12, 136, 22, 146, 34, 190, 26, 230, 48, 252, 34, 255, 96, 238, 122, 204, 152],
        ...[188, 166, 212, 176, 206, 188, 160, 192, 124, 200, 92, 186, 70, 160, 44, 138, 0, 130],
      ],
      face: [151, 103, 199, 109, 165, 150],
    },
  ],
  retina: [
    { className: "retina", outline: ellipse(127, 128, 126, 126) },
    { className: "optic disc", outline: ellipse(43, 120, 15, 17) },
  ],
  rocket: [
    { className: "tower", outline: [56, 72, 59, 116, 60, 220, 42, 220, 53, 116] },
    { className: "tower", outline: [204, 72, 207, 116, 218, 220, 201, 220, 201, 116] },
    { className: "rocket", outline: [129, 76, 134, 88, 136, 120, 137, 224, 140, 244, 122, 244, 122, 110, 124, 88] },
  ],
};

/** The class ids of a photograph's pixels: of each, the last outline that its middle lies in. */
export function mapOf(annotated: readonly Annotated[]): Uint8Array<ArrayBuffer> {
  const ids = new Uint8Array(SIDE * SIDE);
  for (const { className, outline } of annotated) {
    const id = CLASSES.findIndex(({ name }) => name === className);
    for (let y = 0; y < SIDE; y++) {
      const crossings = crossingsAt(outline, y + 0.5);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const from = Math.max(0, Math.ceil(crossings[i]! - 0.5));
        const end = Math.min(SIDE, Math.ceil(crossings[i + 1]! - 0.5));
        if (end > from) ids.fill(id, y * SIDE + from, y * SIDE + end);
      }
    }
  }
  return ids;
}

/** Where a row crosses an outline, from the left. */
function crossingsAt(outline: readonly number[], y: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < outline.length; i += 2) {
    const [x0, y0] = [outline[i]!, outline[i + 1]!];
    const [x1, y1] = [outline[(i + 2) % outline.length]!, outline[(i + 3) % outline.length]!];
    if (y0 > y !== y1 > y) found.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
  }
  return found.sort((a, b) => a - b);
}
