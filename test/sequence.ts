/**
 * The order of test files. Those on a GPU run by name: sweeps over ops stand together then, and what one of them
 * compiled is still there for the next.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";

export class Sequence extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const onGpu = files.filter(({ project }) => project.name.startsWith("gpu"));
    const others = files.filter((file) => !onGpu.includes(file));
    return [...(await super.sort(others)), ...onGpu.sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1))];
  }
}
