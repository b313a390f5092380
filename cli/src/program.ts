/** The commands, their options, and how they end. */

import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../package.json";
import { runAugment } from "./augment-command.ts";
import { runDoctor } from "./doctor.ts";
import { FORMATS } from "./encode.ts";
import { codeOf, EXIT, wordsOf } from "./exit-codes.ts";
import { failedRequestOf, patientFetch } from "./http.ts";
import { KINDS } from "./input.ts";
import { runInspect } from "./inspect.ts";
import { FORMS } from "./manifest.ts";
import { runPlan } from "./plan-command.ts";
import { listPolicies } from "./policies.ts";
import { runPreview } from "./preview.ts";
import type { Output } from "./progress.ts";
import { runReplay } from "./replay.ts";

export interface World extends Output {
  env: Readonly<Record<string, string | undefined>>;
  /** The file that this program is, where it is one. */
  program?: string;
  /** What the command was called with. */
  args?: readonly string[];
  /** Aborted with an exit code. */
  signal: AbortSignal;
}

/** Runs a command. Gives its exit code; what went wrong is said in one line. */
export async function run(args: readonly string[], given: World): Promise<number> {
  const world = { ...given, args };
  const program = programOf(world);
  const takeAway = patientFetch();
  try {
    await program.parseAsync([...args], { from: "user" });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (world.signal.aborted) return Number(world.signal.reason);
    const failed = failedRequestOf(error) ?? error;
    const code = codeOf(failed);
    world.err(`mixwell: ${code === EXIT.unexpected ? ((failed as Error).stack ?? String(failed)) : wordsOf(failed)}`);
    return code;
  } finally {
    takeAway();
  }
}

function programOf(world: World): Command {
  const program = new Command("mixwell")
    .description(
      "Augments and mixes pictures on the GPU: a folder in one command, shards of any number on any machines.",
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => world.out(text.trimEnd()), writeErr: (text) => world.err(text.trimEnd()) });

  withDevice(withPolicy(withMaps(withInput(program.command("augment <in> <out>")))))
    .description("writes every picture of IN, augmented, to OUT")
    .addOption(new Option("--to <form>", "what OUT is").choices(FORMS).default("shards"))
    .addOption(new Option("--format <format>", "of the pictures").choices(FORMATS).default("jpg"))
    .option("--quality <n>", "of jpg and webp, 1 to 100", whole(1, 100), 95)
    .option("--shards <n>", "how many shards or folders; default: one for 1000 pictures", whole(1, 10_000_000))
    .option("--variants <n>", "how many pictures to make of each, in an epoch", whole(1, 65_536), 1)
    .option("--epochs <n>", "how many epochs", whole(1, 1_000_000), 1)
    .option("--first-epoch <n>", "the first of them", whole(0, 4_000_000_000), 0)
    .option("--shuffle", "in an order drawn for each epoch, not the input's", false)
    .option("--shard <i/n>", "make this part of the shards; default: by the scheduler's variables, else all")
    .option("--jobs <n>", "how many processes make it, on this machine", whole(1, 256), 1)
    .addOption(
      new Option("--on-error <what>", "a picture that cannot be read").choices(["stop", "skip"]).default("stop"),
    )
    .option("--no-plans", "leave out what was drawn for each picture")
    .option("--min-visible <share>", "of boxes: leave out those of which less is left, 0 to 1", share, 0)
    .action((input, out, options) => runAugment(input, out, options, world));

  withDevice(withPolicy(withMaps(withInput(program.command("preview <in>")))))
    .description("draws a contact sheet: OUT.png and OUT.html")
    .option("--out <name>", "where to, without an ending", "preview")
    .option("--pictures <n>", "how many pictures, one a line", whole(1, 64), 6)
    .option("--draws <n>", "how many draws of each", whole(1, 32), 6)
    .action((input, options) => runPreview(input, options, world));

  withPolicy(withInput(program.command("plan <in>")))
    .description("prints what is drawn for some pictures, a JSON line each; needs no GPU")
    .option("--ids <list>", "which pictures: 0,5,7", "0")
    .option("--epoch <n>", "the epoch", whole(0, 4_294_967_295), 0)
    .option("--variant <n>", "the variant", whole(0, 65_535), 0)
    .option("--words", "in words, not JSON", false)
    .action((input, options) => runPlan(input, options, world));

  withDevice(withMaps(withInput(program.command("replay <plans> <in> <out>"))))
    .description("carries out plans that were stored: a .json or .jsonl of augment or plan, or a .tar shard")
    .addOption(new Option("--format <format>", "of the pictures").choices(FORMATS).default("jpg"))
    .option("--quality <n>", "of jpg and webp, 1 to 100", whole(1, 100), 95)
    .action((plans, input, out, options) => runReplay(plans, input, out, options, world));

  program
    .command("policies")
    .description("lists the names that --policy takes")
    .action(() => listPolicies(world));

  program
    .command("inspect <out>")
    .description("says what is in an output folder, what is missing and what was left over")
    .option("--verify", "read every file and compare its checksum", false)
    .action((folder, options) => runInspect(folder, options, world));

  withDevice(program.command("doctor"))
    .description("looks for a GPU and what is needed to use it")
    .action((options) => runDoctor(options, world));

  return program;
}

const withInput = (command: Command): Command =>
  command
    .addOption(new Option("--kind <kind>", "what IN is; default: by its names").choices(KINDS))
    .option("--labels <file>", "the labels of IDX pictures")
    .option("--limit <n>", "only the first so many pictures", whole(1, 4_294_967_295))
    .option("--size <n or HxW>", "the size of the pictures; default: 224, or what IN has", size)
    .addOption(
      new Option("--fit <fit>", "how a picture of another shape is fitted in")
        .choices(["cover", "contain", "fill"])
        .default("cover"),
    )
    .addOption(
      new Option("--channels <n>", "1, 3 or 4, of pictures that are files").choices(["1", "3", "4"]).default("3"),
    )
    .option("--retries <n>", "how often a server is asked again that fails", whole(0, 20), 5)
    .option("--workers <n>", "threads that decode picture files; default: one a core, 16 at most", whole(0, 64));

const withMaps = (command: Command): Command =>
  command
    .option("--maps <place>", "class maps: a folder of PNG files named as the pictures; in shards an ending: seg.png")
    .addOption(new Option("--map-bytes <n>", "of an id in them").choices(["1", "2", "3"]).default("1"))
    .addOption(
      new Option("--map-blends <what>", "where pictures are blended, the id of the larger part, or no such policy")
        .choices(["refuse", "dominant"])
        .default("refuse"),
    );

const withPolicy = (command: Command): Command =>
  command
    .option(
      "--policy <name>",
      "a name of `mixwell policies` or a .json file; again for more, in order; none: no augmentation",
      collected,
      [],
    )
    .option("--seed <n>", "whatever is drawn follows from it", whole(0, Number.MAX_SAFE_INTEGER), 0)
    .option("--batch <n>", "how many pictures are mixed at once", whole(1, 4096), 64);

const withDevice = (command: Command): Command =>
  command
    .option("--adapter <name>", "a part of the GPU's name")
    .addOption(
      new Option("--backend <name>", "how to reach it").choices(["vulkan", "metal", "d3d12", "opengl", "opengles"]),
    );

const collected = (text: string, before: string[]): string[] => [...before, text];

const whole = (low: number, high: number) => (text: string) => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high)
    throw new InvalidArgumentError(`expected a whole number in ${low}..${high}.`);
  return value;
};

const share = (text: string): number => {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1)) throw new InvalidArgumentError("expected a number in 0..1.");
  return value;
};

export interface Size {
  height: number;
  width: number;
}

function size(text: string): Size {
  const [, height, width] = /^(\d{1,5})(?:x(\d{1,5}))?$/.exec(text) ?? [];
  const sides = { height: Number(height), width: Number(width ?? height) };
  if (height === undefined || sides.height < 1 || sides.width < 1 || sides.height > 8192 || sides.width > 8192)
    throw new InvalidArgumentError("expected a number of pixels, or HEIGHTxWIDTH, in 1..8192.");
  return sides;
}
