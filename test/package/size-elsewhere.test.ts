/** What an application downloads, by the other bundlers. */
import { BUNDLERS, QUICK } from "../../tools/size.mjs";
import { testSizes } from "./sizes.ts";

testSizes(Object.keys(BUNDLERS).filter((bundler) => !QUICK.includes(bundler)));
