const _imports_50 = "/docs/assets/gaussianNoise.CPymJgKe.png";
export {
  _imports_50 as _
};
