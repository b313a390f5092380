declare module "virtual:docs-blocks" {
  const blocks: Record<string, () => Promise<{ default: (brought: Record<string, unknown>) => Promise<unknown> }>>;
  export default blocks;
}
