/** The Targets page: what belongs to pictures goes through the same draw. */
import { setUpAnchors } from "./page/address.ts";
import { setUpCopyButtons } from "./page/copy.ts";
import { setUpTheme } from "./page/theme.ts";
import { TargetsPage } from "./targets-page/targets-page.ts";

setUpTheme();
setUpAnchors();
setUpCopyButtons();
void new TargetsPage().open();
