// @ts-check
// The shards of `npm run bench -- --streams --http`: served by the bench's own server, in ranges.

/**
 * A vite plugin: `GET /shards/<pictures>/<number>.tar` with a Range answers with that part of a shard (`addressesOf`
 * of bench/shards.ts).
 * @returns {import("vite").Plugin}
 */
export function serveShards() {
  /** @type {Map<number, Promise<Uint8Array[]>>} */
  const made = new Map();
  return {
    name: "mixwell:bench-shards",
    configureServer(server) {
      const make = async (/** @type {number} */ count) => {
        const { imagesOf, shardsOf } = /** @type {typeof import("../../bench/shards.ts")} */ (
          await server.ssrLoadModule("/shards.ts")
        );
        return shardsOf(imagesOf(count));
      };
      server.middlewares.use((request, response, next) => {
        const [, count, number] = /^\/shards\/(\d+)\/(\d+)\.tar$/.exec(request.url ?? "") ?? [];
        const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
        if (number === undefined || last === undefined) return next();
        if (!made.has(Number(count))) made.set(Number(count), make(Number(count)));
        /** @type {Promise<Uint8Array[]>} */ (made.get(Number(count))).then((shards) => {
          const shard = shards[Number(number)];
          const part = shard?.subarray(Number(first), Number(last) + 1);
          if (!shard || !part?.length) return void response.writeHead(shard ? 416 : 404).end();
          const range = `bytes ${first}-${Number(first) + part.length - 1}/${shard.length}`;
          response.writeHead(206, { "content-range": range, "content-length": part.length }).end(part);
        }, next);
      });
    },
  };
}
