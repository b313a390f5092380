/** What cannot be: each with its exit code, and a message that says where, what was expected and what was found. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { taskOf } from "../../cli/src/task.ts";
import { tarOf } from "../tar.ts";
import { idxFiles, mixwell, newSharedFolder, pictureFolder, put } from "./help.ts";

const root = newSharedFolder();
const at = (name: string) => join(root, name);
let images = "";

beforeAll(async () => {
  images = idxFiles(at("idx"), 6);
  await pictureFolder(at("pictures"), ["cat", "dog"], 2);
  put(at("empty/notes.txt"), "nothing here");
  put(at("strange.xyz"), "what is it");
  put(at("short.bin"), new Uint8Array(100));
  put(at("not.tar"), "no archive ".repeat(100));
  put(at("nothing.tar"), new Uint8Array(1024));
  put(at("lonely.tar"), tarOf([["1.cls", "0"]]));
  put(
    at("halves.tar"),
    tarOf([
      ["1.jpg", "x"],
      ["1.cls", "0"],
      ["2.jpg", "x"],
    ]),
  );
  put(
    at("wordy.tar"),
    tarOf([
      ["1.jpg", "x"],
      ["1.cls", "cat"],
    ]),
  );
  put(at("cut.tar"), tarOf([["1.jpg", "x".repeat(2000)]]).slice(0, 1024));
  put(at("headless.csv"), "file,class\na.png,0\n");
  put(at("ragged.csv"), "path,label\na.png,0,1,2\n");
  put(at("half.csv"), "path,label\na.png,0\nb.png,\n");
  put(at("none.csv"), "path,label\n");
  put(at("torn.jsonl"), '{"path": "a.png"}\n{"path": \n');
  put(at("pathless.jsonl"), '{"label": 3}\n');
  put(at("gone.csv"), "path,label\nnot-there.png,0\n");
  put(at("cut-images-idx3-ubyte"), readFileSync(images).subarray(0, 50));
  put(at("none.gz"), "not packed");
  put(at("torn.json"), "{");
  put(at("text.json"), '"mixup"');
  put(at("kindless.json"), '[{ "alpha": 1 }]');
  put(at("unknown.json"), '[{ "kind": "mixdown" }]');
  put(at("alpha.json"), '[{ "kind": "mixup", "alpha": -1 }]');
  put(at("theirs/thesis.txt"), "years of work");
  put(at("file"), "a file");
  put(at("planless.jsonl"), '{"row": 0}\n');
  put(at("many.json"), JSON.stringify({ plan: { version: 1, batchSize: 2, sources: [{}, {}] } }));
  put(at("none.jsonl"), "\n");
});

const USAGE = 2;
const INPUT = 3;
const OUTPUT = 4;

/**
 * Arguments with `@name` for a file of ours and `IDX` for pictures that are right; the exit code; words of the message.
 */
const CASES: [args: string, code: number, words: RegExp][] = [
  ["", USAGE, /Usage: mixwell/],
  ["augmnt IDX @out", USAGE, /unknown command 'augmnt'[\s\S]*Did you mean augment/],
  ["augment", USAGE, /missing required argument 'in'/],
  ["augment IDX", USAGE, /missing required argument 'out'/],
  ["augment IDX @out more", USAGE, /too many arguments/],
  ["augment IDX @out --sede 3", USAGE, /unknown option '--sede'[\s\S]*--seed/],
  [
    "augment IDX @out --seed -1",
    USAGE,
    /--seed <n>' argument '-1' is invalid. expected a whole number in 0\.\.9007199254740991/,
  ],
  ["augment IDX @out --seed 1.5", USAGE, /argument '1\.5' is invalid/],
  ["augment IDX @out --quality 101", USAGE, /expected a whole number in 1\.\.100/],
  ["augment IDX @out --quality good", USAGE, /argument 'good' is invalid/],
  ["augment IDX @out --format gif", USAGE, /Allowed choices are jpg, png, webp, npy/],
  ["augment IDX @out --to tar", USAGE, /Allowed choices are shards, folder/],
  ["augment IDX @out --on-error ignore", USAGE, /Allowed choices are stop, skip/],
  ["augment IDX @out --size 0", USAGE, /in 1\.\.8192/],
  ["augment IDX @out --size 10x", USAGE, /expected a number of pixels, or HEIGHTxWIDTH/],
  ["augment IDX @out --shards 0", USAGE, /expected a whole number in 1\.\./],
  ["augment IDX @out --shards 7", USAGE, /--shards: expected at most 6, one for each picture, found 7/],
  ["augment IDX @out --jobs 0", USAGE, /in 1\.\.256/],
  ["augment IDX @out --policy=timm:--mixxup=0.8", USAGE, /options of timm's train\.py \(did you mean --mixup\?\)/],
  ["augment IDX @out --policy=timm:--aa=rund-m9", USAGE, /fromTimm --aa: expected /],
  ["augment IDX @out --policy=timm:--reprob=2", USAGE, /fromTimm --reprob: expected a number from 0 to 1/],
  ["augment IDX @out --retries 21", USAGE, /in 0\.\.20/],
  ["augment IDX @out --min-visible 2", USAGE, /expected a number in 0\.\.1/],
  ["augment IDX @out --to coco", USAGE, /--to coco: expected IN with boxes, of COCO or YOLO, found idx/],
  ["augment IDX @out --workers 65", USAGE, /in 0\.\.64/],
  ["augment IDX @out --variants 0", USAGE, /expected a whole number in 1\.\.65536/],
  ["augment IDX @out --batch 5000", USAGE, /in 1\.\.4096/],
  ["augment IDX @out --shard 3/3", USAGE, /--shard: expected i\/n with i in 0\.\.n-1, or all, found "3\/3"/],
  ["augment IDX @out --shard first", USAGE, /--shard: expected i\/n/],
  ["augment IDX @out --backend cuda", USAGE, /Allowed choices are vulkan/],
  ["augment @pictures @out --channels 2", USAGE, /Allowed choices are 1, 3, 4/],
  ["augment @pictures @out --channels 4", USAGE, /--format: expected png, webp or npy for 4 channels/],
  ["augment @pictures @out --labels IDX", USAGE, /--labels: expected IDX pictures/],
  [
    "augment IDX @out --policy mixdown",
    USAGE,
    /--policy: expected a name of `mixwell policies` or a \.json file, found "mixdown"/,
  ],
  ["augment IDX @out --policy mixup:much", USAGE, /--policy mixup: expected a number as alpha, found "much"/],
  ["augment IDX @out --policy mixup:", USAGE, /--policy mixup: expected a number as alpha, found ""/],
  ["augment IDX @out --policy mixup:-1", USAGE, /alpha: expected .* found -1/],
  ["augment IDX @out --policy timm:rand-x9", USAGE, /expected sections .* found "x9"/],
  ["augment IDX @out --policy torchvision:randaugment:2", USAGE, /expected nothing after the name, found "2"/],
  [
    "augment IDX @out --policy @missing.json",
    USAGE,
    /missing\.json: expected a file that can be read: it is not there/,
  ],
  ["augment IDX @out --policy @torn.json", USAGE, /torn\.json: expected JSON/],
  ["augment IDX @out --policy @text.json", USAGE, /text\.json: expected stages with a "kind"; number 0 has none/],
  ["augment IDX @out --policy @kindless.json", USAGE, /kindless\.json: expected stages with a "kind"/],
  ["augment IDX @out --policy @unknown.json", USAGE, /expected .*mixup.*found "mixdown"/],
  ["augment IDX @out --policy @alpha.json", USAGE, /alpha: expected .* found -1/],
  ["augment @missing @out", INPUT, /missing: expected a folder or a file of pictures: it is not there/],
  ["augment @empty @out", INPUT, /empty: expected pictures, or folders of them, found 1 other entries/],
  ["augment @strange.xyz @out", INPUT, /strange\.xyz: expected a folder, a list/],
  ["augment @short.bin @out", INPUT, /short\.bin: expected .*3073/],
  ["augment @not.tar @out", INPUT, /not\.tar: expected .*tar archive/],
  ["augment @nothing.tar @out", INPUT, /nothing\.tar: expected samples with pictures/],
  ["augment @lonely.tar @out", INPUT, /lonely\.tar, 1: expected a picture .*found \.cls/],
  ["augment @halves.tar @out", INPUT, /halves\.tar, 2: expected a label, as other samples have, found none/],
  ["augment @wordy.tar @out", INPUT, /wordy\.tar, 1\.cls: expected a class id, found "cat"/],
  ["augment @cut.tar @out", INPUT, /cut\.tar.*expected/],
  ["augment @shard-{0..3}.tar @out", INPUT, /shard-0\.tar: expected a file that can be read: it is not there/],
  ["augment @shard-{3..0}.tar @out", USAGE, /expected \{FIRST\.\.LAST\}/],
  ["augment @headless.csv @out", INPUT, /headless\.csv: expected a column "path", found file, class/],
  ["augment @ragged.csv @out", INPUT, /ragged\.csv: expected CSV/],
  ["augment @half.csv @out", INPUT, /half\.csv, picture 1: expected a label, as other pictures have/],
  ["augment @none.csv @out", INPUT, /none\.csv: expected at least one picture/],
  ["augment @torn.jsonl @out", INPUT, /torn\.jsonl, line 2: expected JSON/],
  ["augment @pathless.jsonl @out", INPUT, /pathless\.jsonl, picture 0: expected a path/],
  ["augment @cut-images-idx3-ubyte @out", INPUT, /cut-images-idx3-ubyte: expected 400 bytes .*truncated/],
  ["augment IDX @out --labels IDX", INPUT, /images-idx3-ubyte: expected .*labels/],
  ["augment IDX @out --labels @missing", INPUT, /missing: expected a file that can be read/],
  ["augment @none.gz @out --kind cifar10", INPUT, /none\.gz: expected a file that can be read: incorrect header check/],
  ["augment IDX @theirs", OUTPUT, /theirs: expected an empty folder, or one that mixwell began, found thesis\.txt/],
  ["augment IDX @file", OUTPUT, /file: expected a folder that can be made: a file is there/],
  ["inspect @empty", OUTPUT, /empty: expected a folder with mixwell\.json, found none/],
  ["inspect @missing", OUTPUT, /missing: expected a folder with mixwell\.json/],
  ["plan IDX --ids 6", USAGE, /--ids: expected numbers in 0\.\.5, found 6/],
  ["plan IDX --ids one", USAGE, /--ids: expected whole numbers with commas between, found "one"/],
  ["replay @missing.jsonl IDX @out", INPUT, /missing\.jsonl: expected a file that can be read/],
  ["replay @none.jsonl IDX @out", INPUT, /none\.jsonl: expected at least one plan/],
  [
    "replay @planless.jsonl IDX @out",
    USAGE,
    /planless\.jsonl, line 1: expected a plan; was it written with --no-plans/,
  ],
  ["replay @torn.json IDX @out", INPUT, /torn\.json: expected JSON/],
  ["replay @many.json IDX @out", USAGE, /many\.json: expected a plan of one picture, found one of 2/],
  ["replay @not.tar IDX @out", INPUT, /not\.tar: expected a tar archive/],
];

test.each(CASES)("mixwell %s", async (text, code, words) => {
  const args = text
    .split(" ")
    .filter(Boolean)
    .map((word) => (word === "IDX" ? images : word.startsWith("@") ? at(word.slice(1)) : word));
  const ended = await mixwell(args);
  expect(ended.err.join("\n")).toMatch(words);
  expect(ended.code).toBe(code);
  // Nothing was begun, and nothing of theirs was touched.
  expect(readdirSync(root)).not.toContain("out");
  expect(readdirSync(at("theirs"))).toEqual(["thesis.txt"]);
});

test("these are at least forty, all of them different", () => {
  expect(new Set(CASES.map(([args]) => args)).size).toBeGreaterThan(60);
});

describe("the part of a task, by the variables of", () => {
  const RIGHT: [string, Record<string, string>, number, number][] = [
    ["nobody", {}, 0, 1],
    [
      "a Slurm array",
      {
        SLURM_ARRAY_TASK_ID: "12",
        SLURM_ARRAY_TASK_MIN: "10",
        SLURM_ARRAY_TASK_MAX: "16",
        SLURM_ARRAY_TASK_STEP: "2",
        SLURM_ARRAY_TASK_COUNT: "4",
      },
      1,
      4,
    ],
    ["a Slurm step", { SLURM_STEP_ID: "0", SLURM_PROCID: "3", SLURM_NTASKS: "4", SLURM_STEP_NUM_TASKS: "4" }, 3, 4],
    [
      "steps in an array",
      {
        SLURM_ARRAY_TASK_ID: "1",
        SLURM_ARRAY_TASK_MIN: "0",
        SLURM_ARRAY_TASK_MAX: "1",
        SLURM_ARRAY_TASK_COUNT: "2",
        SLURM_STEP_ID: "0",
        SLURM_PROCID: "1",
        SLURM_STEP_NUM_TASKS: "3",
      },
      4,
      6,
    ],
    ["a Slurm script, which runs once", { SLURM_PROCID: "0", SLURM_NTASKS: "4" }, 0, 1],
    ["Kubernetes", { JOB_COMPLETION_INDEX: "7", JOB_COMPLETIONS: "8" }, 7, 8],
    ["AWS Batch", { AWS_BATCH_JOB_ARRAY_INDEX: "0", AWS_BATCH_JOB_ARRAY_SIZE: "5" }, 0, 5],
    ["Google Batch", { BATCH_TASK_INDEX: "1", BATCH_TASK_COUNT: "2" }, 1, 2],
    ["Cloud Run", { CLOUD_RUN_TASK_INDEX: "1", CLOUD_RUN_TASK_COUNT: "2" }, 1, 2],
    ["torchrun", { RANK: "5", WORLD_SIZE: "6" }, 5, 6],
    ["Open MPI", { OMPI_COMM_WORLD_RANK: "0", OMPI_COMM_WORLD_SIZE: "2" }, 0, 2],
    ["MPI by PMI", { PMI_RANK: "1", PMI_SIZE: "2" }, 1, 2],
  ];
  test.each(RIGHT)("%s", (_, env, rank, world) => {
    expect(taskOf(undefined, env)).toMatchObject({ rank, world });
    expect(taskOf("all", env)).toMatchObject({ rank: 0, world: 1 });
    expect(taskOf("1/3", env)).toMatchObject({ rank: 1, world: 3 });
  });

  const WRONG: [Record<string, string>, RegExp][] = [
    [{ JOB_COMPLETION_INDEX: "7" }, /JOB_COMPLETIONS: expected the number of tasks/],
    [{ RANK: "6", WORLD_SIZE: "6" }, /RANK: expected a number below WORLD_SIZE \(6\), found 6/],
    [{ RANK: "x", WORLD_SIZE: "6" }, /RANK: expected a whole number, found "x"/],
    [
      { SLURM_ARRAY_TASK_ID: "5", SLURM_ARRAY_TASK_MIN: "1", SLURM_ARRAY_TASK_MAX: "9", SLURM_ARRAY_TASK_COUNT: "3" },
      /evenly spaced/,
    ],
    [{ SLURM_ARRAY_TASK_ID: "5" }, /SLURM_ARRAY_TASK_MIN: expected a whole number, found nothing/],
  ];
  test.each(WRONG)("%o is refused", (env, words) => {
    expect(() => taskOf(undefined, env)).toThrow(words);
  });
});

test("the command's package names every package that it imports", () => {
  const folder = new URL("../../cli/", import.meta.url);
  const { dependencies } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  const texts = readdirSync(new URL("src/", folder)).map((name) =>
    readFileSync(new URL(`src/${name}`, folder), "utf8"),
  );
  const imported = texts.flatMap((text) =>
    [...text.matchAll(/from "([^."][^"]*)"/g)].map(([, name]) => name!.split("/")[0]!),
  );
  const named = new Set(imported.filter((name) => !name.startsWith("node:") && name !== "mixwell"));
  expect([...named].sort()).toEqual(
    Object.keys(dependencies)
      .filter((name) => name !== "webgpu")
      .sort(),
  );
});
