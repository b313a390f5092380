const _imports_0 = "/docs/assets/brightness.B9fFvSE0.png";
export {
  _imports_0 as _
};
