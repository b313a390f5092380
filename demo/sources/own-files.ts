/** The visitor's files as a source. They are read here, in the page, and go nowhere else. */
import { capacity, Dataset, FASHION_MNIST_CLASSES, labelsFromPaths, Stream } from "mixwell";
import { type GivenFile, kindOf, unpackedSize } from "./kinds.ts";
import type { Source } from "./source.ts";

const CIFAR100_RECORD = 2 + 3 * 32 * 32;
const CIFAR10_RECORD = 1 + 3 * 32 * 32;
/** More pictures than this are not waited for, but read when they are shown. */
const MOST_LOADED = 1000;

/** So many keep their sizes, where the page can show them: no more fit on every device. */
const MOST_OWN = 600;
/** Their longer side at most. */
const MAX_SIDE = 512;

/** Pictures are brought to `side` × `side`, unless they keep their sizes; IDX and CIFAR have one. */
export async function sourceOf(files: GivenFile[], side: number, keepsSizes = false): Promise<Source> {
  const kinds = await Promise.all(files.map(kindOf));
  const ofKind = (kind: string) => files.filter((_, i) => kinds[i] === kind);
  const [idxImages, idxLabels, cifar, pictures] = [
    ofKind("idx-images"),
    ofKind("idx-labels"),
    ofKind("cifar"),
    ofKind("picture"),
  ];
  // Labels alone go to the reader as pictures: its message says what is wrong.
  if (idxImages.length + idxLabels.length > 0)
    return idxSource((idxImages[0] ?? idxLabels[0])!, idxImages.length > 0 ? idxLabels[0] : undefined);
  if (cifar.length > 0) return cifarSource(cifar);
  const shards = ofKind("tar");
  if (shards.length > 0) return shardSource(shards, side);
  return keepsSizes && pictures.length <= MOST_OWN ? ownSizedSource(pictures) : pictureSource(pictures, side);
}

function idxSource(images: GivenFile, labels: GivenFile | undefined): Source {
  const isFashion = [images, labels].some((given) => given && /fashion/i.test(given.path));
  const classNames = labels && isFashion ? [...FASHION_MNIST_CLASSES] : undefined;
  const files = [
    `images: await fetch(${quote(images)})`,
    ...(labels ? [`labels: await fetch(${quote(labels)})`] : []),
  ].join(", ");
  return {
    title: images.file.name,
    note: labels
      ? `IDX pictures, with the labels of ${labels.file.name}.`
      : "IDX pictures without labels: drop both files together to have classes.",
    code: `const dataset = await Dataset.fromIdx(device, { ${files} });`,
    load: (device, waits) =>
      Dataset.fromIdx(device, { images: images.file, labels: labels?.file }, { ...waits, classNames }),
  };
}

async function cifarSource(batches: GivenFile[]): Promise<Source> {
  const size = await unpackedSize(batches[0]!.file);
  const kind = size % CIFAR100_RECORD === 0 && size % CIFAR10_RECORD !== 0 ? "cifar100" : "cifar10";
  const fetched = batches.map((batch) => `await fetch(${quote(batch)})`).join(", ");
  const files = batches.map(({ file }) => file);
  return {
    title: batches.length === 1 ? files[0]!.name : `${batches.length} batch files`,
    note: `${kind === "cifar10" ? "CIFAR-10" : "CIFAR-100"}, binary version.`,
    code: `const dataset = await Dataset.fromCifar(device, [${fetched}], { kind: "${kind}" });`,
    load: (device, waits) => Dataset.fromCifar(device, files, { ...waits, kind }),
  };
}

function shardSource(shards: GivenFile[], side: number): Source {
  const files = shards.map(({ file }) => file);
  const addresses = `[${shards.map(quote).join(", ")}]`;
  return {
    title: shards.length === 1 ? files[0]!.name : `${shards.length} shards`,
    note: `A stream: pictures are read when they are shown, cut to a square and resized to ${side} × ${side}.`,
    code: `const dataset = await Stream.fromTar(${addresses}, { height: ${side}, width: ${side} });`,
    load: (_, waits) => Stream.fromTar(files, { ...waits, height: side, width: side }),
  };
}

function ownSizedSource(pictures: GivenFile[]): Source {
  const files = pictures.map(({ file }) => file);
  const { labels, classNames, rule } = classesOf(pictures);
  const options = { sizes: "own", maxSide: MAX_SIDE } as const;
  return {
    title: pictures.length === 1 ? files[0]!.name : `${pictures.length} pictures`,
    note: `Each keeps its size, up to a side of ${MAX_SIDE}; a class is a ${rule}.`,
    code: `${codeOf(pictures)}
const dataset = await Dataset.fromImages(device, pictures, { sizes: "own", maxSide: ${MAX_SIDE}, labels, classNames });`,
    load: (device, waits) => Dataset.fromImages(device, files, { ...options, ...waits, labels, classNames }),
  };
}

/** Lines that make `pictures`, `labels` and `classNames`. */
function codeOf(pictures: GivenFile[]): string {
  const { labels, classNames } = classesOf(pictures);
  return `const paths = ${JSON.stringify(pictures.map(({ path }) => path))};
const pictures = await Promise.all(paths.map(async (path) => (await fetch(path)).blob()));
const labels = ${JSON.stringify([...labels])};
const classNames = ${JSON.stringify(classNames)};`;
}

function pictureSource(pictures: GivenFile[], side: number): Source {
  const files = pictures.map(({ file }) => file);
  const { labels, classNames, rule } = classesOf(pictures);
  const options = { height: side, width: side, fit: "cover", labels, classNames } as const;
  const isLarge = pictures.length > MOST_LOADED;
  const how = isLarge ? "A stream, read when it is shown: cut" : "Cut";
  return {
    title: pictures.length === 1 ? files[0]!.name : `${pictures.length} pictures`,
    note: `${how} to a square around the centre and resized to ${side} × ${side}; a class is a ${rule}.`,
    code: `${codeOf(pictures)}
const dataset = await ${isLarge ? "Stream.fromImages(" : "Dataset.fromImages(device, "}pictures, { height: ${side}, width: ${side}, labels, classNames });`,
    load: (device, waits) =>
      isLarge || files.length > capacity(device, { height: side, width: side, channels: 3 }).pictures
        ? Stream.fromImages(files, options)
        : Dataset.fromImages(device, files, { ...options, ...waits }),
  };
}

/** A class is a folder where there are two or more of them, else every file is its own. */
function classesOf(pictures: GivenFile[]) {
  const paths = pictures.map(({ path }) => path);
  if (paths.every((path) => path.includes("/"))) {
    const folders = labelsFromPaths(paths);
    if (folders.classNames.length > 1) return { ...folders, rule: "folder" };
  }
  const stems = pictures.map(({ file }) => file.name.replace(/\.[^.]+$/, ""));
  const classNames = [...new Set(stems)].sort();
  return { labels: Uint32Array.from(stems, (stem) => classNames.indexOf(stem)), classNames, rule: "file" };
}

const quote = ({ path }: GivenFile): string => JSON.stringify(path);
