const _imports_0 = "/docs/assets/translateY.CICX7fqA.png";
export {
  _imports_0 as _
};
