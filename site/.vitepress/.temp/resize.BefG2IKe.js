const _imports_0 = "/docs/assets/resize.DnNaR1n1.png";
export {
  _imports_0 as _
};
