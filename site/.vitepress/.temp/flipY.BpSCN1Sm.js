const _imports_28 = "/docs/assets/flipY.Byz82huZ.png";
export {
  _imports_28 as _
};
