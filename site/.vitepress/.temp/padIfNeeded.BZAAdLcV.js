const _imports_0 = "/docs/assets/padIfNeeded.Bcnryq3x.png";
export {
  _imports_0 as _
};
