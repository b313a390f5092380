const _imports_22 = "/docs/assets/affine.LBSBDrZz.png";
export {
  _imports_22 as _
};
