/** Rings of objects, as they come out. */
import type { Ring } from "./ring.ts";

/** What is left of the objects' outlines. */
export interface PolygonTable {
  /** x and y of all vertices. */
  vertices: Float32Array;
  /** One number more than there are rings: the vertex that each begins with. */
  offsets: Uint32Array;
  /** One number more than there are objects: the ring that each begins with. */
  rings: Uint32Array;
}

/** Collects rings, object by object. */
export class PolygonColumn {
  private readonly vertices: number[] = [];
  private readonly offsets: number[] = [0];
  private readonly rings: number[] = [0];

  constructor(private readonly units: readonly [x: number, y: number]) {}

  add(pieces: readonly Ring[]): void {
    for (const piece of pieces) {
      for (let i = 0; i < piece.length; i += 2)
        this.vertices.push(piece[i]! / this.units[0], piece[i + 1]! / this.units[1]);
      this.offsets.push(this.vertices.length / 2);
    }
    this.rings.push(this.offsets.length - 1);
  }

  table(): PolygonTable {
    return {
      vertices: Float32Array.from(this.vertices),
      offsets: Uint32Array.from(this.offsets),
      rings: Uint32Array.from(this.rings),
    };
  }
}
