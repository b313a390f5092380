import { isListOf } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { underName } from "../check/under-name.ts";
import { given } from "../draw/options.ts";
import type { OpStage } from "./op.ts";
import { jigsaw } from "./ops.ts";
import type { ImageOptions } from "./stage.ts";

/**
 * Kornia `RandomJigsaw` (`jigsaw.py`): a grid of tiles (default [4, 4], at most 256 of them) in random order, never the
 * order they had. Labels stay. `prob`, `granularity`, `stream`: as in every image stage.
 */
export function randomJigsaw(options: ImageOptions & { grid?: [number, number] } = {}): OpStage<"jigsaw"> {
  const { grid = [4, 4], ...more } = given(options, "randomJigsaw");
  const isPair = isListOf(grid, (side) => Number.isInteger(side) && (side as number) > 0) && grid.length === 2;
  const tiles = isPair ? grid[0] * grid[1] : 0;
  if (tiles < 2 || tiles > 256)
    throw new PolicyError("randomJigsaw.grid", "[rows, columns], whole numbers that make 2 to 256 tiles", grid);
  return underName("randomJigsaw", () => jigsaw({ ...more, grid, order: { permutation: tiles, identity: false } }));
}
