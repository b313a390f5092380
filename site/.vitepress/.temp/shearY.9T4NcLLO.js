const _imports_0 = "/docs/assets/shearY.fGNejxVY.png";
export {
  _imports_0 as _
};
