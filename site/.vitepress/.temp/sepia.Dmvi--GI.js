const _imports_0 = "/docs/assets/sepia.BNGa96oO.png";
export {
  _imports_0 as _
};
