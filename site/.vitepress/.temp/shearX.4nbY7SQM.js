const _imports_0 = "/docs/assets/shearX.Cv4-0vNZ.png";
export {
  _imports_0 as _
};
