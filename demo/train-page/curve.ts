/**
 * A curve that stays short however long the run: when it is full, neighbours are joined and later points cover more
 * steps.
 */

export interface Point {
  /** Middle of the steps that it is the mean of. */
  step: number;
  loss: number;
  accuracy: number;
}

const MOST_POINTS = 400;

export class Curve {
  readonly points: Point[] = [];
  private perPoint = 1;
  private open: Point[] = [];

  add(point: Point): void {
    this.open.push(point);
    if (this.open.length < this.perPoint) return;
    this.points.push(meanOf(this.open));
    this.open = [];
    if (this.points.length < MOST_POINTS) return;
    const halved = this.points.flatMap((first, i) => (i % 2 === 0 ? [meanOf([first, this.points[i + 1]!])] : []));
    this.points.splice(0, MOST_POINTS, ...halved);
    this.perPoint *= 2;
  }
}

function meanOf(points: Point[]): Point {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { step: mean(({ step }) => step), loss: mean(({ loss }) => loss), accuracy: mean(({ accuracy }) => accuracy) };
}

/** Each value the mean of itself and up to `window - 1` before it: single batches jump about. */
export function smoothed(points: readonly Point[], window: number): Point[] {
  return points.map(({ step }, i) => ({ ...meanOf(points.slice(Math.max(0, i - window + 1), i + 1)), step }));
}
