const _imports_8 = "/docs/assets/hue.CWMH5jJg.png";
export {
  _imports_8 as _
};
