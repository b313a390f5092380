const _imports_0 = "/docs/assets/normalize.Bd66EwPW.png";
export {
  _imports_0 as _
};
