/** The decoder's workers: begun when there is work, each with one picture at a time, and ended when they idle. */
import { MixwellError } from "../check/errors.ts";
import { type Answer, pictureIn, type Task } from "./decode-task.ts";
import type { PictureBytes } from "./picture.ts";

/** A worker that does not run by then never will: a policy may stop it without a word. */
const PATIENCE_MS = 10_000;
/** Workers that idle for so long are ended. */
const IDLE_MS = 5_000;

/** A task that waits for a worker. */
interface Waiting {
  task: Task;
  signal: AbortSignal | undefined;
  /** Undefined where no worker can do it. */
  resolve(picture: PictureBytes | undefined): void;
  reject(reason: unknown): void;
}

interface Member {
  worker: Worker;
  doing: Waiting | undefined;
}

export class DecodeWorkers {
  private readonly members = new Set<Member>();
  private readonly idle: Member[] = [];
  private readonly queue: Waiting[] = [];
  private starting = 0;
  /** What ends a worker that has not said its first word yet. */
  private readonly opening = new Set<() => void>();
  /** No worker runs here. */
  private isHopeless = false;
  private url: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts `close`, so that what was begun before it is over. */
  private round = 0;

  constructor(
    private most: number,
    private readonly make?: () => Worker,
  ) {}

  /**
   * A picture, decoded by a worker; nothing where no worker runs here. One that is begun goes on when its signal is
   * aborted, since a worker cannot be told to stop.
   * @throws SourceError, the signal's reason
   */
  decode(task: Task, signal?: AbortSignal): Promise<PictureBytes | undefined> {
    if (this.isHopeless) return Promise.resolve(undefined);
    clearTimeout(this.timer);
    return new Promise((resolve, reject) => {
      this.queue.push({ task, signal, resolve, reject });
      this.handOut();
    });
  }

  /** Ends all workers, and what they do. */
  close(): void {
    clearTimeout(this.timer);
    this.round++;
    const closed = new MixwellError("the decoder was closed");
    for (const { reject } of this.queue.splice(0)) reject(closed);
    for (const { worker, doing } of this.members) {
      worker.terminate();
      doing?.reject(closed);
    }
    for (const end of [...this.opening]) end();
    this.members.clear();
    this.idle.length = 0;
    this.starting = 0;
    if (this.url !== undefined) URL.revokeObjectURL(this.url);
    this.url = undefined;
  }

  private handOut(): void {
    const given = this.queue.filter(({ signal }) => signal?.aborted);
    if (given.length > 0) {
      this.queue.splice(0, this.queue.length, ...this.queue.filter((waiting) => !given.includes(waiting)));
      for (const { signal, reject } of given) reject(signal!.reason);
    }
    while (this.queue.length > 0 && this.idle.length > 0) this.give(this.idle.pop()!, this.queue.shift()!);
    while (this.starting < this.queue.length && this.members.size + this.starting < this.most) this.begin();
  }

  private give(member: Member, waiting: Waiting): void {
    member.doing = waiting;
    try {
      member.worker.postMessage(waiting.task);
    } catch {
      // It cannot be copied: the page looks at it itself.
      member.doing = undefined;
      this.idle.push(member);
      waiting.resolve(undefined);
    }
  }

  /** Begins one more worker. */
  private begin(): void {
    const { round } = this;
    this.starting++;
    void this.open(round).then((worker) => {
      if (round !== this.round) {
        worker?.terminate();
        return;
      }
      this.starting--;
      if (!worker) {
        this.giveUp();
        return;
      }
      const member: Member = { worker, doing: undefined };
      worker.onmessage = ({ data }: MessageEvent<Answer>) => this.answered(member, data);
      worker.onerror = () => this.lost(member);
      worker.onmessageerror = () => this.lost(member);
      this.members.add(member);
      this.idle.push(member);
      this.handOut();
    });
  }

  /** A worker that runs, or nothing. */
  private async open(round: number): Promise<Worker | undefined> {
    try {
      if (this.make) return await this.firstWord(this.make());
      // The worker's text comes with us, as not every bundler knows of files that belong to a package.
      const { decodeWorker } = await import("../generated/decode-worker.ts");
      if (round !== this.round) return undefined;
      this.url ??= URL.createObjectURL(new Blob([decodeWorker], { type: "text/javascript" }));
      return await this.firstWord(new Worker(this.url));
    } catch {
      return undefined;
    }
  }

  /** The worker itself, once it has said its first word; nothing, and its end, where it says none or we close first. */
  private firstWord(worker: Worker): Promise<Worker | undefined> {
    return new Promise((resolve) => {
      const settle = (isRunning: boolean) => {
        clearTimeout(timer);
        this.opening.delete(end);
        if (!isRunning) worker.terminate();
        resolve(isRunning ? worker : undefined);
      };
      const end = () => settle(false);
      const timer = setTimeout(end, PATIENCE_MS);
      this.opening.add(end);
      worker.onmessage = () => settle(true);
      worker.onerror = (event) => {
        // The page goes on without it.
        event.preventDefault?.();
        end();
      };
    });
  }

  /** No worker runs here, unless others do: then it is these. */
  private giveUp(): void {
    this.most = this.members.size + this.starting;
    if (this.most > 0) return;
    this.isHopeless = true;
    for (const { resolve } of this.queue.splice(0)) resolve(undefined);
  }

  private answered(member: Member, answer: Answer): void {
    const { doing } = member;
    member.doing = undefined;
    this.idle.push(member);
    this.handOut();
    clearTimeout(this.timer);
    if (this.idle.length === this.members.size) {
      this.timer = setTimeout(() => this.close(), IDLE_MS);
      // Node would wait for it before it ends.
      (this.timer as { unref?(): void }).unref?.();
    }
    try {
      doing?.resolve(pictureIn(answer));
    } catch (error) {
      doing?.reject(error);
    }
  }

  /** A worker ended by itself: out of memory, most likely. The page tries its picture, and another worker the next. */
  private lost(member: Member): void {
    this.members.delete(member);
    const place = this.idle.indexOf(member);
    if (place >= 0) this.idle.splice(place, 1);
    member.worker.terminate();
    member.doing?.resolve(undefined);
    this.handOut();
  }
}
