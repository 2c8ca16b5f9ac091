/**
 * The address a request came from, for limits only: never shown, stored or logged. Each of our own proxies appends the
 * address it saw to X-Forwarded-For, so with n of them the n-th from the right is the last that can be believed.
 */
export function clientAddress(
  forwardedFor: string | undefined,
  socketAddress: string,
  trustedProxyHops: number,
): string {
  const claimed = (forwardedFor ?? '').split(',').map((part) => part.trim())
  const believed = trustedProxyHops > 0 ? claimed.at(-trustedProxyHops) : undefined
  return networkOf(believed || socketAddress)
}

/** IPv4 as it is; IPv6 by its /64, which is what one household gets: counting single addresses would count nothing. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = address.includes('::') ? [...left, ...zeros, ...right] : left
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
