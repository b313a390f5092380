const _imports_7 = "/docs/assets/grayscale.CgUzuFbT.png";
export {
  _imports_7 as _
};
