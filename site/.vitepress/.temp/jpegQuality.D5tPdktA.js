const _imports_0 = "/docs/assets/jpegQuality.BWIg3KEa.png";
export {
  _imports_0 as _
};
