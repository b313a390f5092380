/** The session that runs on the engine's device. */

import { env, InferenceSession } from "onnxruntime-web/webgpu";
import { checkDevice } from "../../check/device.ts";
import { found, InputError } from "../../check/errors.ts";
import { isListOf } from "../../check/lists.ts";
import { isOptions } from "../../check/options.ts";

type Provider = InferenceSession.WebGpuExecutionProviderOption;

/**
 * The entry for `executionProviders` that makes ONNX Runtime compute on this device. @throws InputError for anything
 * but a GPUDevice
 */
export function executionProvider(device: GPUDevice): Provider & { device: GPUDevice } {
  checkDevice("executionProvider.device", device);
  return { name: "webgpu", device };
}

/**
 * Options for `ort.InferenceSession.create` with this device first among the execution providers; `more` is handed on,
 * other providers and options of the `webgpu` entry included. To keep results on the GPU, add `preferredOutputLocation:
 * "gpu-buffer"`.
 * @throws InputError when `more` names another device, or asks for graph capture: a captured run reads the buffers of
 * the first one for ever, and a feed has others for every run
 */
export function sessionOptions(
  device: GPUDevice,
  more: InferenceSession.SessionOptions = {},
): InferenceSession.SessionOptions {
  const ours = executionProvider(device);
  if (!isOptions(more as unknown))
    throw new InputError("sessionOptions.more", "options of InferenceSession.create", more);
  if (more.enableGraphCapture) {
    const expected = "false: with buffers of your own that never change, use executionProvider(device) instead";
    throw new InputError("sessionOptions.more.enableGraphCapture", expected, true);
  }
  const providers = more.executionProviders ?? [];
  const isProvider = (provider: unknown) =>
    typeof provider === "string" || (isOptions(provider) && typeof provider.name === "string");
  if (!isListOf(providers as unknown, isProvider))
    throw new InputError("sessionOptions.more.executionProviders", "a list of names or of { name, … }", providers);
  const isWebGpu = (provider: (typeof providers)[number]) =>
    (typeof provider === "string" ? provider : provider.name) === "webgpu";
  const given = providers.find(isWebGpu);
  const theirs = typeof given === "object" ? (given as Provider) : undefined;
  if (theirs?.device && theirs.device !== device)
    throw new InputError(
      "sessionOptions.more.executionProviders",
      "the same device",
      found("another one in the webgpu entry"),
    );
  // 1.30 looks at the entry only. Its successor is to look here first.
  env.webgpu.device = device;
  return {
    ...more,
    executionProviders: [{ ...theirs, ...ours }, ...providers.filter((provider) => !isWebGpu(provider))],
  };
}

/**
 * Refuses sessions of other entries of the package: the default one (JSEP) computes on a device of its own, and a
 * buffer of ours reads as zeros there, without an error. That of `/jspi` could take our device, but its classes and its
 * queue are others.
 */
export function checkSession(path: string, session: unknown): asserts session is InferenceSession {
  if (session instanceof (InferenceSession as unknown as abstract new () => InferenceSession)) return;
  const expected = 'an InferenceSession of "onnxruntime-web/webgpu", made with sessionOptions(engine.device)';
  const isForeign = typeof (session as InferenceSession | undefined)?.run === "function";
  const other =
    'a session of another entry (that of plain "onnxruntime-web" runs on a device of its own and would read zeros)';
  throw new InputError(path, expected, isForeign ? found(other) : session);
}
