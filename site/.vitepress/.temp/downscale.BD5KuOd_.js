const _imports_41 = "/docs/assets/downscale.DAqm9eSE.png";
export {
  _imports_41 as _
};
