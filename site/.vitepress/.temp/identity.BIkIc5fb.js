const _imports_9 = "/docs/assets/identity.DSemgBRz.png";
export {
  _imports_9 as _
};
