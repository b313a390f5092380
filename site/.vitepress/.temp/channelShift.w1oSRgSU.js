const _imports_2 = "/docs/assets/channelShift.BhhKtfnV.png";
export {
  _imports_2 as _
};
