// @ts-check
// Which datasets a folder holds: what the demo reads as data/index.json.
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SETS } from "./sets.mjs";

/**
 * @typedef {object} IndexEntry
 * @property {string} name
 * @property {string} title
 * @property {"idx" | "cifar10"} kind
 * @property {string[]} train files of the training set, relative to the index: IDX pictures and labels, or CIFAR
 * batches
 * @property {string[]} test
 *
 * @typedef {{ sets: IndexEntry[] }} DataIndex
 */

/**
 * Files count by their names alone, so that a part of a dataset in the official names may lie there as well.
 * @param {string} folder
 * @param {readonly import("./sets.mjs").DataSet[]} [sets]
 * @returns {DataIndex} the sets of which every file is there
 */
export function dataIndex(folder, sets = SETS) {
  const whole = sets.filter(({ name, train, test }) =>
    [...train, ...test].every((file) => existsSync(join(folder, name, file))),
  );
  return {
    sets: whole.map(({ name, title, kind, train, test }) => {
      const inFolder = (/** @type {string} */ file) => `${name}/${file}`;
      return { name, title, kind, train: train.map(inFolder), test: test.map(inFolder) };
    }),
  };
}

/**
 * For a server that only serves files, such as one that has the built demo.
 * @param {string} folder
 * @param {readonly import("./sets.mjs").DataSet[]} [sets]
 */
export async function writeIndex(folder, sets = SETS) {
  await writeFile(join(folder, "index.json"), `${JSON.stringify(dataIndex(folder, sets), undefined, 2)}\n`);
}
