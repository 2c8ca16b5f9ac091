/**
 * Who may be shown a picture at this moment: everyone, the one who asks, or nobody they know of. A picture that shows in
 * several places is as public as the most public of them.
 */
export type PictureAudience = 'everyone' | 'viewer' | 'nobody'

export function widest(audiences: readonly PictureAudience[]): PictureAudience {
  if (audiences.includes('everyone')) return 'everyone'
  return audiences.includes('viewer') ? 'viewer' : 'nobody'
}
