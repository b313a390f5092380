/**
 * WebGPU takes memory that nobody else can write to or resize: Chromium refuses views of shared and of resizable
 * buffers with a TypeError, and Dawn in Node ends the process. So such memory is copied where it comes in.
 */
import { copied } from "../check/copied.ts";

/** The same view, or a copy of it where its memory is shared (threads, WebAssembly) or can change its size. */
export function ownView(view: Uint8Array): Uint8Array<ArrayBuffer>;
export function ownView(view: Uint32Array): Uint32Array<ArrayBuffer>;
export function ownView(view: Float32Array): Float32Array<ArrayBuffer>;
export function ownView(view: Uint8Array | Uint32Array | Float32Array): ArrayBufferView<ArrayBuffer> {
  return (isOrdinary(view.buffer) ? view : view.slice()) as ArrayBufferView<ArrayBuffer>;
}

/** An `ArrayBuffer`, shared or not. */
export function isBufferOfBytes(value: unknown): value is ArrayBufferLike {
  return value instanceof ArrayBuffer || isShared(value);
}

function isOrdinary(buffer: ArrayBufferLike): boolean {
  return !isShared(buffer) && !(buffer as { resizable?: boolean }).resizable;
}

/**
 * By its tag: a page that is not isolated has shared memory, by WebAssembly, and no `SharedArrayBuffer` to compare
 * with.
 */
function isShared(value: unknown): boolean {
  return Object.prototype.toString.call(value) === "[object SharedArrayBuffer]";
}

/**
 * A list or an object of options as it is now: the readers are loaded when they are first needed, and a caller may go
 * on with its own meanwhile. What pictures and files hold is read where it lies, and what is neither is left to the
 * checks.
 */
export function held<T>(given: T): T {
  return Array.isArray(given) ? (Array.from(given) as T) : copied(given);
}
