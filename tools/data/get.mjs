// @ts-check
// One HTTP GET of raw bytes. Not `fetch`: that unpacks what a server labels `Content-Encoding: gzip`, and some label a
// .gz file so; its MD5 is that of the packed bytes.
import { get as getHttp } from "node:http";
import { get as getHttps } from "node:https";

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

/**
 * The answer to a GET, its body not yet read. Follows redirects.
 * @param {string} address
 * @param {{ headers?: Record<string, string>, stallSeconds: number }} options stallSeconds: without a byte for so long, the request or the
 * body fails
 * @returns {Promise<import("node:http").IncomingMessage>}
 */
export async function get(address, options) {
  let url = new URL(address);
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const response = await getOnce(url, options);
    const { location } = response.headers;
    if (!REDIRECTS.has(response.statusCode ?? 0) || location === undefined) return response;
    response.destroy();
    url = new URL(location, url);
  }
  throw new Error(`more than ${MOST_REDIRECTS} redirects`);
}

/**
 * @param {URL} url
 * @param {{ headers?: Record<string, string>, stallSeconds: number }} options
 * @returns {Promise<import("node:http").IncomingMessage>}
 */
function getOnce(url, { headers = {}, stallSeconds }) {
  return new Promise((done, fail) => {
    const options = { headers: { "User-Agent": "mixwell", ...headers }, agent: false, timeout: stallSeconds * 1000 };
    const request = (url.protocol === "http:" ? getHttp : getHttps)(url, options);
    /** @type {import("node:http").IncomingMessage | undefined} */
    let response;
    request.once("response", (answer) => {
      response = answer;
      done(answer);
    });
    request.on("error", fail);
    request.on("timeout", () => (response ?? request).destroy(new Error(`nothing came for ${stallSeconds} s`)));
  });
}
