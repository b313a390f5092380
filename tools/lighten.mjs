// @ts-check
// A picture of the documents as a tenth of its bytes, for the site: npm and forges show PNG, browsers WebP too.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

/**
 * Writes it beside the PNG, and has the pages at the folder's top show it.
 * @param {string} folder
 * @param {string} name without its ending, below images/
 */
export async function lighten(folder, name) {
  await sharp(join(folder, `images/${name}.png`))
    .webp({ quality: 88 })
    .toFile(join(folder, `images/${name}.webp`));
  for (const page of readdirSync(folder).filter((file) => file.endsWith(".md"))) {
    const text = readFileSync(join(folder, page), "utf8");
    const lighter = text.replaceAll(`images/${name}.png`, `images/${name}.webp`);
    if (lighter !== text) writeFileSync(join(folder, page), lighter);
  }
}
