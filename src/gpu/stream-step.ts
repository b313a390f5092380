/** What one step of a stream reads, and what the engine gets of it. */
import { found, InputError } from "../check/errors.ts";
import { checkSparse } from "../format/check-labels.ts";
import type { LabelOptions, Size } from "../format/format.ts";
import type { Plan, SourceRef } from "../plan/plan.ts";
import type { Members } from "../sample/members.ts";
import type { OpenStore, Picture } from "../source/store.ts";
import type { StepOptions } from "./batch.ts";
import type { DatasetInput, OpenInput } from "./inputs.ts";
import { OPEN } from "./inputs.ts";
import type { StreamPages } from "./stream-pages.ts";
import { openTargets } from "./stream-targets.ts";

/** The rows of a step, drawn: who is in it, and whom its partners are. */
export interface DrawnStep {
  /** The samples of the rows, by id. */
  ids: readonly number[];
  /** Those of the second batch, of a stream that is zipped. */
  partnerIds?: readonly number[];
  step: StepOptions;
  plan: Plan;
  /** All samples that are read, each once: those of the rows first. */
  needs: readonly number[];
}

/** Where a step's pictures come from. */
export interface StepSource {
  store: OpenStore;
  members?: Members;
  /** The second batch's, of a stream that is zipped. */
  partners?: OpenStore;
}

/** Draws a step before anything of it is read, and says what to read. */
export function drawStep(
  draw: (input: DatasetInput, step: StepOptions) => Plan,
  source: StepSource,
  rows: Pick<DrawnStep, "ids" | "partnerIds" | "step">,
): DrawnStep {
  const open = unread(source, rows, source.store.size ? undefined : guessedSizes(rows));
  open.isUnread = true;
  const plan = draw({ [OPEN]: () => open } as unknown as DatasetInput, rows.step);
  const needs = new Set(rows.ids);
  for (const { from, index } of plan.sources) if (from === "dataset") needs.add(index);
  return { ...rows, plan, needs: [...needs] };
}

/** Sizes that pictures have of their own: by id, and those of a second batch by row. */
interface StepSizes {
  own: (id: number) => Size;
  partners?: readonly number[];
}

const ANY_SIZE = { height: 4096, width: 4096 };

/**
 * Before pictures are read nobody knows their sizes. Who is mixed with whom does not depend on them, so the first draw,
 * which says whom to read, is for any; the one that counts comes with the pictures. A plan that was given says sizes
 * itself.
 */
function guessedSizes({ partnerIds, step }: Pick<DrawnStep, "partnerIds" | "step">): StepSizes {
  const said = new Map<number, Size>();
  const sources: unknown = (step.plan as Partial<Plan> | undefined)?.sources;
  if (Array.isArray(sources)) {
    for (const { index, height, width } of sources as Partial<SourceRef>[])
      if (index !== undefined && height !== undefined && width !== undefined) said.set(index, { height, width });
  }
  return {
    own: (id) => said.get(id) ?? ANY_SIZE,
    partners: partnerIds?.flatMap(() => [ANY_SIZE.height, ANY_SIZE.width]),
  };
}

/** Of pictures that have sizes of their own the sides are not looked at. */
const NO_SIZE = { height: 1, width: 1 };

export const shapeOf = ({ size = NO_SIZE, channels }: Pick<OpenStore, "size" | "channels">) => ({ ...size, channels });

/** As much of an input as its plan is drawn for. */
function unread(
  { store, members }: StepSource,
  { ids, partnerIds }: Pick<DrawnStep, "ids" | "partnerIds">,
  sizes: StepSizes | undefined,
): OpenInput {
  const { layout, count } = store;
  return {
    from: "dataset",
    shape: shapeOf(store),
    ...(sizes && { own: { sizes: sizes.own, places: undefined as never } }),
    format: "u8",
    layout,
    pages: [],
    picturesPerPage: 1,
    datasetSize: count,
    size: ids.length,
    indices: [...ids],
    members,
    ...(partnerIds && {
      external: {
        page: undefined as never,
        size: partnerIds.length,
        own: sizes && { sizes: sizes.partners, places: undefined as never },
      },
    }),
    fields: () => ({}),
  };
}

/** The pictures of a step, where they are written to, and of whom they are. */
export interface ReadStep {
  drawn: DrawnStep;
  at: (id: number) => Picture;
  pages: StreamPages;
  partnerAt?: (id: number) => Picture;
  partnerPages?: StreamPages;
}

/** What the engine runs, once everything of a step was read. Nothing is written before the engine has checked it. */
export function inputOf(source: StepSource, read: ReadStep): DatasetInput {
  const opened = { [OPEN]: (labels: LabelOptions | undefined) => openRead(source, read, labels) };
  return opened as unknown as DatasetInput;
}

function openRead(source: StepSource, read: ReadStep, labels: LabelOptions | undefined): OpenInput {
  const { store, partners } = source;
  const { drawn, at, pages, partnerAt, partnerPages } = read;
  const pictures = drawn.needs.map(at);
  const places = new Map(drawn.needs.map((id, place) => [id, place]));
  const own = labels && labelsOf("stream", store, labels, drawn.needs, pictures);
  const { places: packed, ...opened } = pages.open(pictures);
  const haveOwnSizes = packed !== undefined;
  const haveObjects = Object.values(store.targets).some(({ kind }) => kind === "objects");
  const belonging = openTargets(store, { ids: drawn.needs, pictures, pages, isByRow: false });
  const sizes = haveOwnSizes ? { own: (id: number) => pictures[places.get(id)!]! } : undefined;
  const open: OpenInput = {
    ...unread(source, drawn, sizes),
    ...opened,
    ...(haveOwnSizes && { own: { sizes: sizes?.own, places: packed } }),
    ...own,
    targets: belonging.targets,
    // Drawn for the sizes that pictures have, and the objects in them; where nothing depends on these it has been.
    plan: drawn.step.plan || haveOwnSizes || haveObjects ? undefined : drawn.plan,
    placeOf: (id) => places.get(id)!,
    fields: (rows) => fieldsOf(store, rows, (id) => pictures[places.get(id)!]!),
    write() {
      pages.write(pictures, { ...opened, places: packed });
      belonging.write();
    },
  };
  if (!drawn.partnerIds || !partners || !partnerPages || !partnerAt) return open;
  const second = drawn.partnerIds.map(partnerAt);
  const theirs = labels && labelsOf("stream.zip", partners, labels, drawn.partnerIds, second);
  if (theirs && theirs.labelForm !== own?.labelForm)
    throw new InputError("stream.zip.labels", `${own?.labelForm}, as the stream's own labels`, found(theirs.labelForm));
  const secondPages = partnerPages.open(second);
  open.external = { page: secondPages.pages[0]!, size: second.length, labels: theirs?.labels };
  if (secondPages.places) {
    const pairs = second.flatMap(({ height, width }) => [height, width]);
    open.external.own = { sizes: pairs, places: secondPages.places };
  }
  const theirTargets = openTargets(partners, {
    ...{ ids: drawn.partnerIds, pictures: second, pages: partnerPages },
    isByRow: true,
  });
  open.externalTargets = theirTargets.targets;
  const write = open.write!;
  open.write = () => {
    write();
    partnerPages.write(second, secondPages);
    theirTargets.write();
  };
  return open;
}

/** The labels of some pictures, in their order. */
function labelsOf(
  path: string,
  { annotations, classes }: OpenStore,
  wanted: LabelOptions,
  ids: readonly number[],
  pictures: readonly Picture[],
): Required<Pick<OpenInput, "labelForm">> & { labels: Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer> } {
  const { labels, labelRows } = annotations;
  const none = (id: number) =>
    new InputError(path, "labels, since `labels` is set on the engine", found(`none for sample ${id}`));
  if (labelRows || pictures[0]!.labelRow) {
    const rows = new Float32Array(ids.length * wanted.classes);
    ids.forEach((id, i) => {
      const row = labelRows
        ? labelRows.data.subarray(id * labelRows.classes, (id + 1) * labelRows.classes)
        : pictures[i]!.labelRow;
      if (!row) throw none(id);
      if (row.length !== wanted.classes)
        throw new InputError("labels.classes", `${row.length}, the length of the stream's label rows`, wanted.classes);
      rows.set(row, i * wanted.classes);
    });
    checkSparse(wanted, "rows");
    return { labelForm: "rows", labels: rows };
  }
  const known = Uint32Array.from(ids, (id, i) => {
    const label = labels ? labels[id] : pictures[i]!.label;
    if (label === undefined) throw none(id);
    if (label >= wanted.classes)
      throw new InputError(
        "labels.classes",
        classes === undefined ? `more than ${label}, the class id of sample ${id}` : `${classes}, the stream's classes`,
        wanted.classes,
      );
    return label;
  });
  return { labelForm: "ids", labels: known };
}

/** What is known of the rows' samples, and what was read with them. */
function fieldsOf(
  { annotations }: OpenStore,
  rows: readonly SourceRef[],
  at: (id: number) => Picture,
): Record<string, unknown[]> {
  const fields: Record<string, unknown[]> = {};
  for (const [name, values] of Object.entries(annotations.fields ?? {}))
    fields[name] = rows.map(({ from, index }) => (from === "dataset" ? values[index] : undefined));
  const read = rows.map(({ from, index }) => (from === "dataset" ? at(index).fields : undefined));
  for (const name of new Set(read.flatMap((one) => Object.keys(one ?? {}))))
    fields[name] = read.map((one) => one?.[name]);
  return fields;
}
