/** Walks over all objects that a plan's rows show, and writes what comes out. */
import type { Size } from "../format/format.ts";
import type { Plan, SourceRef } from "../plan/plan.ts";
import { type Filter, keeps } from "./filter.ts";
import { type BoxFormat, isOriented, lengthOf, NUMBERS, unitOf, writeCorners, writeUpright } from "./formats.ts";
import { type HiddenPoints, type KeypointOptions, type OutsidePoints, writePoints } from "./keypoints.ts";
import { Measure, measure, type Outline } from "./measure.ts";
import type { Copies } from "./moves.ts";
import type { CheckedObjects, Field } from "./objects.ts";
import { orientedCorners } from "./oriented.ts";
import { type ObjectAt, type OutlineKind, Outlines } from "./outline.ts";
import { partsOf } from "./parts.ts";
import { type Box, peerBox } from "./peer-boxes.ts";
import { PolygonColumn } from "./polygons.ts";
import { type HiddenParts, type Seen, seenInRows } from "./seen.ts";
import { outputSize, sourceSize } from "./sizes.ts";
import { type ObjectBatch, pickRows } from "./table.ts";

/** Checked, and with the defaults filled in. */
export interface TransformOptions {
  format: BoxFormat;
  normalized: boolean;
  keepsAll: boolean;
  outline: OutlineKind;
  hidden: HiddenParts;
  copies: Copies;
  /** Whether parts of an object that tiles moved apart are objects. */
  splits: boolean;
  outside: OutsidePoints;
  hiddenPoints: HiddenPoints;
  filter: Filter;
  /** Boxes as torchvision moves them. */
  isPeer: boolean;
}

type Sets = Partial<Record<SourceRef["from"], CheckedObjects>>;

/** An object in a row, on its way into the table. */
interface Candidate extends ObjectAt {
  seen: Seen;
  /** Its place in its picture's list. */
  index: number;
  /** Of its picture. */
  size: Size;
}

export class Transform {
  private readonly size: Size;
  private readonly units: readonly [x: number, y: number];
  private readonly outlines: Outlines;
  private readonly left = new Measure();
  private readonly corners = new Float64Array(8);
  private readonly box: Box = [0, 0, 0, 0];
  private readonly polygons: PolygonColumn | undefined;
  private readonly points: KeypointOptions | undefined;
  private readonly table: Columns;

  constructor(
    private readonly plan: Plan,
    private readonly sets: Sets,
    private readonly options: TransformOptions,
  ) {
    const { format, normalized, outline, outside, hiddenPoints } = options;
    const [first] = Object.values(sets);
    this.size = outputSize(plan);
    this.units = unitOf({ format, normalized }, this.size);
    this.outlines = new Outlines(outline, options.isPeer);
    if (first?.polygons) this.polygons = new PolygonColumn(this.units);
    if (this.polygons || isOriented(format)) this.left.pieces = [];
    if (first?.keypoints) {
      const at = normalized ? "edge" : first.keypoints.at;
      this.points = { outside, hidden: hiddenPoints, units: this.units, at };
    }
    this.table = new Columns(NUMBERS[format], 3 * (first?.keypoints?.count ?? 0));
  }

  run(): ObjectBatch {
    const { plan, sets, options, table } = this;
    const wanted = (source: number): boolean => {
      const { from, index } = plan.sources[source]!;
      const { offsets } = sets[from]!;
      return offsets[index + 1]! > offsets[index]!;
    };
    // Pictures without objects cost nothing.
    if (!plan.sources.some((_, source) => wanted(source)))
      return this.batch(new Uint32Array(plan.stages.at(-1)!.rows.length + 1));
    const rows = seenInRows(plan, {
      copies: options.copies,
      byCall: options.isPeer,
      hidden: options.hidden,
      keepsAll: options.keepsAll || options.isPeer,
      hasPoints: options.isPeer || this.points !== undefined,
      sizeOf: (source) => sourceSize(plan, source),
      wanted,
    });
    const offsets = new Uint32Array(rows.length + 1);
    rows.forEach((row, i) => {
      for (const seen of row) this.addAll(seen);
      offsets[i + 1] = table.rows;
    });
    return this.batch(offsets);
  }

  /** The objects of one source in a row. */
  private addAll(seen: Seen): void {
    const { from, index: picture } = this.plan.sources[seen.source]!;
    const objects = this.sets[from]!;
    const size = sourceSize(this.plan, seen.source);
    const first = objects.offsets[picture]!;
    const end = objects.offsets[picture + 1]!;
    for (let object = first; object < end; object++) {
      const outline = this.outlines.read({ objects, object, picture }, size);
      const candidate = { seen, objects, object, picture, index: object - first, size };
      if (!outline) {
        if (this.options.keepsAll) this.write(candidate, 0, false);
      } else if (this.options.splits) {
        for (const part of partsOf(seen, outline)) this.add({ ...candidate, seen: part }, outline);
      } else this.add(candidate, outline);
    }
  }

  private add(candidate: Candidate, outline: Outline): void {
    const { left, options, box, size } = this;
    const { seen } = candidate;
    measure(seen, outline, left);
    const visible = outline.area > 0 ? Math.min(1, left.sourceArea / outline.area) : 0;
    let isThere = left.isThere && visible > 0;
    if (options.isPeer) {
      const moved = peerBox(seen.trails[0]!, this.outlines.corners);
      isThere = moved !== undefined && isWithin(moved, size);
      setBox(box, moved ?? [0, 0, 0, 0]);
      left.area = (box[2] - box[0]) * (box[3] - box[1]);
    } else {
      // Rounding must not lead out of the picture whose border cut it.
      box[0] = Math.max(0, left.left);
      box[1] = Math.max(0, left.top);
      box[2] = Math.min(size.width, left.right);
      box[3] = Math.min(size.height, left.bottom);
    }
    const isKept = isThere && this.isKept(candidate, visible);
    if (!isKept && !options.keepsAll) return;
    if (!isThere && !options.isPeer) setBox(box, [0, 0, 0, 0]);
    this.write(candidate, isThere || options.isPeer ? visible : 0, isKept);
  }

  private isKept({ seen }: Candidate, visible: number): boolean {
    const { box, left, options, corners } = this;
    let [width, height] = [box[2] - box[0], box[3] - box[1]];
    if (isOriented(options.format)) {
      orientedCorners(seen, this.outlines.corners, left.pieces!, corners);
      width = lengthOf(corners[2]! - corners[0]!, corners[3]! - corners[1]!);
      height = lengthOf(corners[4]! - corners[2]!, corners[5]! - corners[3]!);
    }
    return keeps(options.filter, { width, height, area: left.area, visible, weight: seen.weight * left.weight });
  }

  /** Adds a row: of an object of which nothing is left, zeros. */
  private write({ seen, objects, object, picture, index, size }: Candidate, visible: number, isKept: boolean): void {
    const { table, options, left, units } = this;
    const row = table.add(objects, object);
    const isThere = visible > 0 || options.isPeer;
    if (isThere && isOriented(options.format))
      writeCorners(this.corners, table.boxes, row * table.boxNumbers, options.format, units);
    else if (isThere) writeUpright(this.box, table.boxes, row * table.boxNumbers, options.format, units);
    table.labels[row] = objects.labels?.[object] ?? 0;
    table.weight[row] = seen.weight * (left.weight || 1);
    table.visible[row] = visible;
    table.area[row] = isThere ? left.area : 0;
    table.source[row] = seen.source;
    table.index[row] = index;
    table.kept[row] = isKept ? 1 : 0;
    if (this.points && objects.keypoints) {
      const given = { objects, object, picture, keypoints: objects.keypoints, size };
      writePoints(seen, given, this.points, table.points, row * table.pointNumbers);
    }
    this.polygons?.add(isThere ? left.pieces! : []);
  }

  private batch(offsets: Uint32Array): ObjectBatch {
    const { table, options, points, size } = this;
    const [first] = Object.values(this.sets);
    const { format, normalized, keepsAll } = options;
    const batch: ObjectBatch = { offsets, format, normalized, size, ...table.columns(), fields: {} };
    if (keepsAll) batch.kept = table.kept.slice(0, table.rows);
    if (points) {
      const data = table.points.slice(0, table.rows * table.pointNumbers);
      batch.keypoints = { data, count: first!.keypoints!.count, at: points.at };
    }
    if (this.polygons) batch.polygons = this.polygons.table();
    for (const name of Object.keys(first?.fields ?? {})) batch.fields[name] = table.field(name, first!);
    return batch;
  }
}

/** torchvision keeps what lies within the picture. */
const isWithin = ([x0, y0, x1, y1]: Box, { height, width }: Size): boolean =>
  x0 >= 0 && y0 >= 0 && x1 <= width && y1 <= height;

function setBox(box: Box, from: Box): void {
  for (let i = 0; i < 4; i++) box[i] = from[i]!;
}

/** Columns that grow. */
class Columns {
  rows = 0;
  boxes = new Float32Array(0);
  labels = new Uint32Array(0);
  weight = new Float32Array(0);
  visible = new Float32Array(0);
  area = new Float32Array(0);
  source = new Uint32Array(0);
  index = new Uint32Array(0);
  kept = new Uint8Array(0);
  points = new Float32Array(0);
  /** Which object of which set each row is, for the columns that are handed on. */
  private readonly sets: CheckedObjects[] = [];
  private readonly objects: number[] = [];

  constructor(
    readonly boxNumbers: number,
    readonly pointNumbers: number,
  ) {}

  /** A new row, all 0. */
  add(set: CheckedObjects, object: number): number {
    if (this.rows === this.labels.length) this.grow(Math.max(64, 2 * this.rows));
    this.sets.push(set);
    this.objects.push(object);
    return this.rows++;
  }

  private grow(rows: number): void {
    this.boxes = grown(this.boxes, new Float32Array(rows * this.boxNumbers));
    this.labels = grown(this.labels, new Uint32Array(rows));
    this.weight = grown(this.weight, new Float32Array(rows));
    this.visible = grown(this.visible, new Float32Array(rows));
    this.area = grown(this.area, new Float32Array(rows));
    this.source = grown(this.source, new Uint32Array(rows));
    this.index = grown(this.index, new Uint32Array(rows));
    this.kept = grown(this.kept, new Uint8Array(rows));
    this.points = grown(this.points, new Float32Array(rows * this.pointNumbers));
  }

  columns(): Pick<ObjectBatch, "boxes" | "labels" | "weight" | "visible" | "area" | "source" | "index"> {
    const { rows } = this;
    return {
      boxes: this.boxes.slice(0, rows * this.boxNumbers),
      labels: this.labels.slice(0, rows),
      weight: this.weight.slice(0, rows),
      visible: this.visible.slice(0, rows),
      area: this.area.slice(0, rows),
      source: this.source.slice(0, rows),
      index: this.index.slice(0, rows),
    };
  }

  field(name: string, first: CheckedObjects): Field {
    const [set = first] = this.sets;
    if (this.sets.every((other) => other === set)) return pickRows(set.fields[name]!, this.objects, eachOf(set, name));
    const parts = this.sets.map((one, row) => pickRows(one.fields[name]!, [this.objects[row]!], eachOf(one, name)));
    const joined = parts.flatMap((part) => Array.from(part));
    const [one] = parts as [Field];
    return Array.isArray(one) ? joined : (one.constructor as typeof Uint8Array).from(joined as number[]);
  }
}

const eachOf = ({ fields, count }: CheckedObjects, name: string): number => fields[name]!.length / count;

function grown<Column extends { set(from: Column): void }>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
