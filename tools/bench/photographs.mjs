// @ts-check
// Photographs as a camera makes them, 4000×3000 as JPEG: the demo's, enlarged, turned and mirrored, so that no two are
// the same.
import { existsSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";

const PHOTOS = join(ROOT, "demo/public/photos");

/**
 * Their paths, in a folder where they are kept for the next time.
 * @param {number} count
 * @returns {Promise<string[]>}
 */
export async function photographs(count) {
  const { default: sharp } = await import("sharp");
  const folder = join(ROOT, "bench-dist/photographs");
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(PHOTOS).filter((name) => name.endsWith(".png"));
  /** @type {string[]} */
  const paths = [];
  for (let i = 0; i < count; i++) {
    const path = join(folder, `${String(i).padStart(2, "0")}.jpg`);
    paths.push(path);
    if (existsSync(path)) continue;
    const turned = Math.floor(i / files.length);
    const photo = sharp(join(PHOTOS, /** @type {string} */ (files[i % files.length])))
      .rotate(90 * (turned % 4))
      .flop(turned >= 4)
      .resize({ width: 4000, height: 3000, fit: "cover", kernel: "cubic" });
    // Written whole or not at all.
    await photo.jpeg({ quality: 92 }).toFile(`${path}.part`);
    renameSync(`${path}.part`, path);
  }
  return paths;
}
