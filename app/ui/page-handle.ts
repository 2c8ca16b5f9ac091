/** What a route may ask of the shell: `export const handle = { surround: 'lamp' } satisfies PageHandle`. */
export type PageHandle = {
  /** 'lamp': dark whatever the person chose, for looking at pictures (booth, light table). */
  surround?: 'lamp'
  /** 'bare': no footer, and nothing in the header but the way home. */
  shell?: 'bare'
}
