/**
 * What differs between the two pipelines by name alone, so that an op whose functions would be the same text writes
 * one.
 */

/** A pixel in each. */
export const PIPELINES = { u8: "vec4i", f32: "vec4f" };

export const fileOf = (path) => path.slice(path.lastIndexOf("/") + 1);

/**
 * An op's source with each function for both pipelines as two; the second stands at the end, so that errors keep their
 * line.
 * @param {string} path  below shaders/
 * @param {string} source
 */
export function spelledOut(path, source) {
  if (!path.startsWith("ops/")) return source;
  const name = fileOf(path).replace(/\.wgsl$/, "");
  return [name, `${name}_show`].reduce((text, stem) => {
    const both = text.match(new RegExp(`^fn ${stem}\\([\\s\\S]*?^}\\n`, "m"))?.[0];
    if (!both) return text;
    const spelled = (suffix) =>
      both
        .replace(`fn ${stem}(`, `fn ${stem}_${suffix}(`)
        .replace(/\bPixel\b/g, PIPELINES[suffix])
        .replace(/\bfetch\(/g, `fetch_${suffix}(`);
    return `${text.replace(both, spelled("u8"))}\n${spelled("f32")}`;
  }, source);
}
