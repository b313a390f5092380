/**
 * What the WGSL of an application's own op may call: functions and constants of `shaders/lib`. The host puts it beside
 * the op's own text (`src/own-ops`), with the declarations that it needs.
 */
import { declarationsOf, Graph } from "./emit.mjs";
import { linkShader } from "./link.mjs";

/** By module. `docs/own-ops.md` has what each does. */
const LIBRARY = {
  place: ["PLACE_BITS", "pixel_centre", "picture_middle", "scaled"],
  program: ["host_byte"],
  normal: ["noise_word", "normal_12"],
  tables: ["stat_low", "stat_high", "stat_mean", "tone_level", "tone_pixel"],
  histogram: ["pixel_count", "level_count", "count_below", "level_of_rank", "last_level", "least_count", "mean_sum"],
};

/** The module whose functions the curves of tone ops call; the others are for all that makes pixels. */
const OF_CURVES = "histogram";

/** An entry point that names all of them. */
const ROOT = "own_op_library.wgsl";

/**
 * Every name with the declarations that it needs, its own first, and whether curves call it.
 * @param {Record<string, string>} sources
 * @returns {Promise<{ name: string, needs: Map<string, string>, isOfCurves: boolean }[]>}
 */
export async function libraryOf(sources) {
  const names = Object.values(LIBRARY).flat();
  const imports = Object.entries(LIBRARY).map(
    ([module, list]) => `import package::lib::${module}::{${list.join(", ")}};`,
  );
  const root = `${imports.join("\n")}\n\nfn library() {\n${names.map((name) => `  _ = ${name};\n`).join("")}}\n`;
  const wgsl = await linkShader({ ...sources, [ROOT]: root }, { name: "library", entry: ROOT });
  const graph = new Graph(declarationsOf(wgsl).join("\n\n"));
  return names.sort().map((name) => ({
    name,
    needs: graph.reach([name], new Set()),
    isOfCurves: LIBRARY[OF_CURVES].includes(name),
  }));
}
