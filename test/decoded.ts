/** What the pictures among the fixtures come to, wherever they are decoded: in a page, in its workers, in Node. */
import { listFiles, loadFixture } from "./files.ts";

/** All picture files of the fixtures. */
export async function pictureFiles(): Promise<File[]> {
  const names = (await listFiles("fixtures")).filter((name) => /\.(jpg|png|webp)$/.test(name)).sort();
  return Promise.all(names.map(async (name) => new File([await loadFixture(name)], name.split("/").at(-1)!)));
}

/** SHA-256 of all of them at 40 × 50 × 4, one after the other. A golden: as Chromium 140 decodes them. */
export const DECODED = "9043428c33753fd42962bd79464ca85f0e36c2a57fc76e295e8286a2cd490ff9";
