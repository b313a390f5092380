/** Made-up pictures for tasks that need more than a label: a few shapes on uneven ground, with their map and boxes. */

/** What there is to find, by class id; 0 is the ground. */
export const CLASSES = ["ground", "disc", "square", "triangle"];
/** How each class is drawn in maps and boxes. */
export const COLOURS = ["#8884", "#e0503c", "#1fa35c", "#2f7fe0"];

export interface Scenes {
  side: number;
  count: number;
  /** count × side × side × 3 bytes. */
  images: Uint8Array;
  /** count × side × side class ids. */
  ids: Uint8Array;
  /** Of each picture: left, top, width and height of its shapes, the hindmost first. */
  boxes: number[][][];
  /** The class of each shape, picture by picture. */
  labels: number[];
}

/** Numbers below 1 that look random, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Whether a place, −1 to 1 from the middle either way, is inside a shape. */
const INSIDE: ((x: number, y: number) => boolean)[] = [
  () => false,
  (x, y) => x * x + y * y <= 1,
  () => true,
  (x, y) => 2 * Math.abs(x) <= y + 1,
];

interface Shape {
  label: number;
  left: number;
  top: number;
  size: number;
  colour: number[];
}

function shapeBy(next: () => number, side: number): Shape {
  const size = Math.round(side * (0.25 + 0.2 * next()));
  const label = 1 + Math.floor(3 * next());
  // Colour tells a part of the class: discs are reddish, squares greenish, triangles bluish, more or less so.
  const own = 70 + 130 * next();
  const colour = [0, 1, 2].map((channel) => (channel === label - 1 ? 110 + own : own) * (0.6 + 0.2 * next()));
  const [left, top] = [Math.round((side - size) * next()), Math.round((side - size) * next())];
  return { label, left, top, size, colour };
}

/** Whether two shapes cover at most a corner of each other. */
function areApart(one: Shape, other: Shape): boolean {
  const least = Math.min(one.size, other.size) / 3;
  const overlap = (axis: "left" | "top") =>
    Math.min(one[axis] + one.size, other[axis] + other.size) - Math.max(one[axis], other[axis]);
  return overlap("left") < least || overlap("top") < least;
}

/** So many pictures of one to four shapes, on grounds that get lighter to one side. */
function scenes(count: number, side: number, seed: number): Scenes {
  const next = numbers(seed);
  const pixels = count * side * side;
  const made: Scenes = {
    side,
    count,
    images: new Uint8Array(3 * pixels),
    ids: new Uint8Array(pixels),
    boxes: [],
    labels: [],
  };
  for (let i = 0; i < count; i++) {
    const [light, across, down] = [50 + 120 * next(), 80 * next() - 40, 80 * next() - 40];
    const shapes: Shape[] = [];
    for (let tries = Math.floor(1 + 4 * next()); tries > 0; tries--) {
      const shape = shapeBy(next, side);
      if (shapes.every((other) => areApart(shape, other))) shapes.push(shape);
    }
    made.labels.push(...shapes.map(({ label }) => label));
    made.boxes.push(shapes.map(({ left, top, size }) => [left, top, size, size]));
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const at = (i * side + y) * side + x;
        const shape = shapes.findLast(({ label, left, top, size }) => {
          const [u, v] = [(2 * (x + 0.5 - left)) / size - 1, (2 * (y + 0.5 - top)) / size - 1];
          return Math.abs(u) <= 1 && Math.abs(v) <= 1 && INSIDE[label]!(u, v);
        });
        made.ids[at] = shape?.label ?? 0;
        const ground = light + (across * x + down * y) / side;
        for (let channel = 0; channel < 3; channel++)
          made.images[3 * at + channel] = Math.max(
            0,
            Math.min(255, (shape?.colour[channel] ?? ground) + 24 * (next() - 0.5)),
          );
      }
  }
  return made;
}

/** Height and width of the pictures. */
export const SIDE = 32;
/** Pictures with their maps and boxes to learn from, and others to be judged by. */
export const training = scenes(192, SIDE, 1);
export const judged = scenes(32, SIDE, 2);
