/**
 * Decodes pictures in workers, so that the page stays free and all cores help; and where no worker can be made, in the
 * page, by the same code and to the same bytes.
 */
import { InputError } from "../check/errors.ts";
import { DecodeWorkers } from "./decode-workers.ts";
import type { Decode, ImageInput, PictureBytes, Target } from "./picture.ts";
import { pictureOf } from "./picture.ts";
import { isBlob } from "./read.ts";

/** Who decodes. */
export interface DecoderOptions {
  /**
   * Workers that decode and resize, so that the page stays free. Default: as many as the machine has cores, eight at
   * most. 0: the page itself.
   */
  workers?: number;
  /**
   * Makes such a worker, for pages whose content security policy forbids workers from a blob: `() => new Worker(new
   * URL("mixwell/decode-worker", import.meta.url), { type: "module" })`. In Node: `createDecodeWorker` of
   * `mixwell/node`. Default: one of our own, where there are workers.
   */
  makeWorker?: () => Worker;
  /**
   * Decodes a file in place of the browser, such as `decodeImage` of `mixwell/node`: upright, no colour profile
   * applied, alpha not multiplied in. It runs where it was made, and no worker is, unless `makeWorker` says how: then
   * it decodes only where no worker runs.
   */
  decode?: Decode;
}

export const DECODER_KEYS: readonly (keyof DecoderOptions)[] = ["workers", "makeWorker", "decode"];

/** More of them wait for memory. */
const MOST_WORKERS = 8;
/** Smaller pictures than this, which are no files, are resized sooner than they are sent. */
const WORTH_SENDING = 2 ** 18;
/** Pixels after which the page gets its turn, where it decodes itself. */
const PIXELS_A_TURN = 2 ** 21;

/** Throws an InputError unless a decoder can be made of these. */
export function checkDecoder({ workers, makeWorker, decode }: DecoderOptions): void {
  if (workers !== undefined && !(Number.isInteger(workers) && workers >= 0 && workers <= 64))
    throw new InputError("workers", "an integer in 0..64", workers);
  for (const [name, value] of Object.entries({ makeWorker, decode })) {
    if (value !== undefined && typeof value !== "function") throw new InputError(name, "a function", value);
  }
}

export class Decoder {
  /** Pictures that are worth being under way at the same time. */
  readonly window: number;
  private readonly workers: DecodeWorkers | undefined;
  private readonly decodeFile: Decode | undefined;
  private pixelsInTurn = 0;
  /** What is decoded here: one after the other, or with a decoder of one's own as many as the window has. */
  private readonly turns: { last: Promise<unknown> }[];
  private turn = 0;

  constructor(
    readonly target: Target,
    { workers = coresHere(), makeWorker, decode }: DecoderOptions,
  ) {
    this.decodeFile = decode;
    const canHaveWorkers = makeWorker !== undefined || (typeof Worker !== "undefined" && !decode);
    this.workers = canHaveWorkers && workers > 0 ? new DecodeWorkers(workers, makeWorker) : undefined;
    // Two for each, so that nobody waits for the next picture; a decoder of one's own may have threads.
    this.window = this.workers || decode ? 2 * Math.max(1, workers) : 1;
    this.turns = Array.from({ length: decode ? this.window : 1 }, () => ({ last: Promise.resolve() }));
  }

  /**
   * One picture of the target's size. Where its signal is aborted before it is begun, it is not.
   * @throws SourceError naming it; the signal's reason
   */
  async decode(input: ImageInput, name: string, signal?: AbortSignal): Promise<PictureBytes> {
    signal?.throwIfAborted();
    if (this.workers && isWorthSending(input)) {
      const picture = await this.workers.decode({ input: sendable(input), name, target: this.target }, signal);
      if (picture) return picture;
    }
    return this.decodeHere(input, name, signal);
  }

  /** Ends the workers. A later picture begins new ones. */
  close(): void {
    this.workers?.close();
  }

  /** No more at a time than are worth it: each can take much memory. */
  private async decodeHere(input: ImageInput, name: string, signal: AbortSignal | undefined): Promise<PictureBytes> {
    const turn = this.turns[this.turn++ % this.turns.length]!;
    const made = turn.last.then(() => {
      signal?.throwIfAborted();
      return this.make(input, name);
    });
    turn.last = made.catch(() => {});
    return made;
  }

  private async make(input: ImageInput, name: string): Promise<PictureBytes> {
    const picture = await pictureOf(input, name, this.target, this.decodeFile);
    this.pixelsInTurn += isBlob(input) ? PIXELS_A_TURN : input.width * input.height;
    if (this.pixelsInTurn >= PIXELS_A_TURN) {
      this.pixelsInTurn = 0;
      await new Promise((resolve) => setTimeout(resolve));
    }
    return picture;
  }
}

const coresHere = (): number =>
  Math.min(MOST_WORKERS, (typeof navigator !== "undefined" && navigator.hardwareConcurrency) || 4);

function isWorthSending(input: ImageInput): boolean {
  if (isBlob(input)) return true;
  // What is no picture at all is told so by the code that looks at it.
  if (typeof input !== "object" || input === null) return false;
  return input.width * input.height >= WORTH_SENDING;
}

/** A picture that can be copied to a worker: of a view, only the part that it sees. */
function sendable(input: ImageInput): ImageInput {
  if (isBlob(input) || !("data" in input)) return input;
  const { data, width, height } = input;
  const isPart = ArrayBuffer.isView(data) && data.byteLength < data.buffer.byteLength;
  return { data: isPart ? data.slice() : data, width, height };
}
