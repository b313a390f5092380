const _imports_20 = "/docs/assets/contrast.B52edKih.png";
export {
  _imports_20 as _
};
