// Channels in another order. One channel stays.

struct ChannelShuffle {
  /// Which channel each of the three becomes.
  order: vec3u,
}

fn channel_shuffle(v: Pixel, args: ChannelShuffle) -> Pixel {
  let order = args.order;
  return Pixel(v[order.x], v[order.y], v[order.z], v.w);
}
