const _imports_0 = "/docs/assets/rotate.Bx5nLBYQ.png";
export {
  _imports_0 as _
};
