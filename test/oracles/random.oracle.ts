/** Random123's known answers: Threefry2x32 is ours, with any number of rounds; the other generators are not. */
import { kernels, shaders } from "mixwell";
import { test } from "vitest";
import { threefry2x32, threefry2x32Rounds } from "../../src/random/threefry.ts";
import { expectNoGpuErrors, getDevice } from "../gpu/device.ts";
import { readBack, upload } from "../gpu/help.ts";
import { readOracleText } from "./files.ts";
import { PATHS, recordSet } from "./report.ts";
import { groupBy, lines, setsOf, Tally } from "./sets.ts";

const OURS = "threefry2x32";
const REASON = "philox and threefry4x32 are not Mixwell's generators (it draws with threefry2x32 only)";

interface Vector {
  line: string;
  rounds: number;
  counter: [number, number];
  key: [number, number];
  wanted: string;
}

const sets = await setsOf("random");
if (sets.length === 0) test.skip("no set of this kind in the folder");

for (const { path: set } of sets) {
  for (const path of PATHS) {
    const encrypt = path === "gpu" ? encryptOnGpu : encryptOnHost;
    test(`${set}, ${path}`, async ({ task }) => {
      const all = lines(await readOracleText(set));
      const vectors = all.filter((line) => line.startsWith(`${OURS} `)).map(parse);
      const tally = new Tally();
      for (const some of groupBy(vectors, ({ rounds }) => String(rounds))) {
        const found = await encrypt(some);
        for (const [i, { line, wanted, rounds }] of some.entries()) {
          await tally.add(line, () => (found[i] === wanted ? undefined : `${found[i]} after ${rounds} rounds`));
        }
      }
      await expectNoGpuErrors();
      const { passed, failed, failures } = tally;
      recordSet(task, { set, path, passed, failed, skipped: all.length - vectors.length, reason: REASON, failures });
    });
  }
}

/** `name rounds c0 c1 k0 k1 x0 x1`, words in hexadecimal. */
function parse(line: string): Vector {
  const [, rounds, ...words] = line.trim().split(/\s+/);
  const [c0, c1, k0, k1, x0, x1] = words.map((word) => Number.parseInt(word, 16)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { line, rounds: Number(rounds), counter: [c0, c1], key: [k0, k1], wanted: hex(x0, x1) };
}

function hex(...words: number[]): string {
  return words.map((word) => word.toString(16).padStart(8, "0")).join(" ");
}

async function encryptOnHost(vectors: Vector[]): Promise<string[]> {
  const out = new Uint32Array(2);
  return vectors.map(({ rounds, counter, key }) => {
    threefry2x32Rounds(...key, ...counter, rounds, out);
    const general = hex(...out);
    if (rounds !== 20) return general;
    // What draws use is the unrolled form.
    threefry2x32({ k0: key[0], k1: key[1] }, ...counter, out);
    return hex(...out) === general ? general : `${hex(...out)} unrolled, ${general} in its general form`;
  });
}

/** All vectors have the same number of rounds. */
async function encryptOnGpu(vectors: Vector[]): Promise<string[]> {
  const device = await getDevice();
  const { entryPoint, bindings } = kernels.threefry_words;
  const pipeline = device.createComputePipeline({
    layout: "auto",
    compute: {
      module: device.createShaderModule({ code: shaders.threefry_words }),
      entryPoint,
      constants: { ROUNDS: vectors[0]!.rounds },
    },
  });
  const jobs = upload(device, Uint32Array.from(vectors.flatMap(({ key, counter }) => [...key, ...counter])));
  const words = device.createBuffer({
    size: 8 * vectors.length,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC,
  });
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  const entries = [
    { binding: bindings.jobs!.binding, resource: { buffer: jobs } },
    { binding: bindings.words!.binding, resource: { buffer: words } },
  ];
  pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
  pass.dispatchWorkgroups(Math.ceil(vectors.length / kernels.threefry_words.workgroupSize[0]));
  pass.end();
  device.queue.submit([encoder.finish()]);
  const found = new Uint32Array(await readBack(device, words));
  return vectors.map((_, i) => hex(found[2 * i]!, found[2 * i + 1]!));
}
