/** A server on this machine that hands out files, as well or as badly as a test tells it to. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers one request for a file. */
export type Answer = (file: Uint8Array, request: IncomingMessage, response: ServerResponse) => void;

export interface DataServer {
  /** Ends in "/". */
  address: string;
  /** What was asked for: "GET /name", and its Range, request by request. */
  log: string[];
  close(): Promise<void>;
}

/**
 * @param files name -> bytes
 * @param answers the first request gets the first, and so on; after the last one the server is honest
 */
export async function serve(files: Record<string, Uint8Array>, answers: Answer[] = []): Promise<DataServer> {
  const log: string[] = [];
  const left = [...answers];
  const server = createServer((request, response) => {
    const { range } = request.headers;
    log.push([request.url!.slice(1), range].filter(Boolean).join(" "));
    const file = files[request.url!.slice(1)];
    if (file) (left.shift() ?? honest)(file, request, response);
    else status(404)(new Uint8Array(0), request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { address, log, close };
}

export const md5 = (bytes: Uint8Array): string => createHash("md5").update(bytes).digest("hex");

/** The whole file, or from where it was asked. */
export const honest: Answer = (file, request, response) => {
  const start = startOf(request);
  if (start === undefined) {
    response.writeHead(200, { "Content-Length": file.length });
    response.end(file);
  } else if (start >= file.length) {
    response.writeHead(416, { "Content-Range": `bytes */${file.length}` });
    response.end();
  } else {
    response.writeHead(206, {
      "Content-Length": file.length - start,
      "Content-Range": `bytes ${start}-${file.length - 1}/${file.length}`,
    });
    response.end(file.subarray(start));
  }
};

interface Breaking {
  /** Whether it knows Range. */
  ranges?: boolean;
  /** Bytes of the file that the client has put away: what it has only received is lost with the connection. */
  kept?: () => number;
}

/** Honest, as far as it gets: once the client has so many bytes of the file, the connection is gone. */
export const breakOffAt =
  (end: number, { ranges = true, kept = () => Number.POSITIVE_INFINITY }: Breaking = {}): Answer =>
  (file, request, response) => {
    const start = ranges ? (startOf(request) ?? 0) : 0;
    response.writeHead(start > 0 ? 206 : 200, {
      "Content-Length": file.length - start,
      ...(start > 0 && { "Content-Range": `bytes ${start}-${file.length - 1}/${file.length}` }),
    });
    const breakOff = () => {
      if (kept() >= end) response.destroy();
      else if (!response.destroyed) setTimeout(breakOff, 1);
    };
    response.write(file.subarray(start, end), breakOff);
  };

/** Some bytes, and then nothing more for ever. */
export const stallAt =
  (end: number): Answer =>
  (file, _request, response) => {
    response.writeHead(200, { "Content-Length": file.length });
    response.write(file.subarray(0, end));
  };

/** Takes the request and says nothing at all. */
export const silence: Answer = () => {};

/** The whole file, whatever range was asked for. */
export const ignoreRange: Answer = (file, _request, response) => {
  response.writeHead(200, { "Content-Length": file.length });
  response.end(file);
};

/** Something else in the file's place. */
export const instead =
  (bytes: Uint8Array, headers: Record<string, string | number> = { "Content-Length": bytes.length }): Answer =>
  (_file, _request, response) => {
    response.writeHead(200, headers);
    response.end(bytes);
  };

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_file, _request, response) => {
    response.writeHead(code, headers);
    response.end("<!doctype html><title>Sorry</title>");
  };

function startOf(request: IncomingMessage): number | undefined {
  const start = /^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1];
  return start === undefined ? undefined : Number(start);
}
