/** What an application downloads, by the two bundlers that are quick. */
import { QUICK } from "../../tools/size.mjs";
import { testSizes } from "./sizes.ts";

testSizes(QUICK);
