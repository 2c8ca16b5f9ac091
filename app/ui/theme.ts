export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_COOKIE = 'placet_theme'

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value)
}

/** The ground a person chose; 'system' until they do. */
export function readTheme(cookieHeader: string | null): Theme {
  const pair = cookieHeader?.split(';').find((part) => part.trim().startsWith(`${THEME_COOKIE}=`))
  const choice = pair?.split('=')[1]?.trim()
  return isTheme(choice) ? choice : 'system'
}
