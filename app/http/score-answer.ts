/** What the booth's own request is told: what the voter holds now (null when nothing is left), or why nothing was scored. */
export type ScoreAnswer = { entryId: string | null } | { sentence: string }
