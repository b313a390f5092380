/**
 * `import "mixwell/all"`: every image op, kind of stage and mixer can be named by policies and plans that come as JSON.
 * Constructors bring what they make by themselves.
 */
import { useAll } from "./policy/all.ts";

useAll();
