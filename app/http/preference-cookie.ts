const ONE_YEAR_SECONDS = 31_536_000

/** Remembers a choice of dress (language, ground) in this browser; it says nothing about who the person is. */
export function preferenceCookie(name: string, value: string, secure: boolean): string {
  return `${name}=${value}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
