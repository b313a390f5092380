const _imports_0 = "/docs/assets/posterize.Dkz-cooD.png";
export {
  _imports_0 as _
};
