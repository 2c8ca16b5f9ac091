/** What a link preview shows of an entry, a brief or a product: its picture and these words, never an author. */
export interface CardWords {
  /** Empty while the designer has not given one. */
  title: string
  /** Empty where the title says it. */
  contestTitle: string
  brand: string
}

/** What networks crop least. */
export const CARD_SIZE = { width: 1200, height: 630 } as const
export const CARD_MEDIA_TYPE = 'image/jpeg'
/** Part of every card's address: raise it when cards are drawn differently. */
export const CARD_VERSION = 2
